import { attestKeysTypes, authorityRegistryAbi, instructionDomain } from '@eslabon/did-registry';
import { bytesToHex, encodeFunctionData, hashTypedData, keccak256 } from 'viem';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface AttestKeysParameters extends InstructionParameters {
  /** As `encodeKeySet` of @eslabon/bundle writes it; at most 8,192 bytes. */
  keySet: Uint8Array;
  /** ERC-1056 `changed` block of the authority that the key set reflects: `changedBlock`. */
  changedBlock: number;
}

/** AuthorityRegistry.attestKeys: an authority publishes its key history. */
export function attestKeys(parameters: AttestKeysParameters): Instruction {
  const { deployment, authority } = parameters;
  const to = deployment.contracts.authorityRegistry.address;
  const [nonce, deadline] = [BigInt(parameters.nonce), BigInt(parameters.deadline)];
  const chainId = BigInt(deployment.chainId);
  const changedBlock = BigInt(parameters.changedBlock);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('AuthorityRegistry', deployment.chainId, to),
      types: attestKeysTypes,
      primaryType: 'AttestKeys',
      message: { authority, keySetHash: keccak256(parameters.keySet), changedBlock, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: authorityRegistryAbi,
        functionName: 'attestKeys',
        args: [
          authority,
          bytesToHex(parameters.keySet),
          changedBlock,
          nonce,
          deadline,
          chainId,
          requireSignature(signature),
        ],
      }),
  };
}
