import { instructionDomain, setStatusTypes, statusRegistryAbi } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

/** Bits to change in one 256-bit word of a status list. */
export interface StatusChange {
  list: number;
  word: number;
  revoke: bigint;
  suspend: bigint;
  reinstate: bigint;
}

export interface SetStatusParameters extends InstructionParameters {
  /** 1 to 256. */
  changes: readonly StatusChange[];
}

/** StatusRegistry.setStatus: the authority revokes, suspends and reinstates. */
export function setStatus({ deployment, authority, changes, ...rest }: SetStatusParameters): Instruction {
  const to = deployment.contracts.statusRegistry.address;
  const [nonce, deadline] = [BigInt(rest.nonce), BigInt(rest.deadline)];
  const chainId = BigInt(deployment.chainId);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('StatusRegistry', deployment.chainId, to),
      types: setStatusTypes,
      primaryType: 'SetStatus',
      message: { authority, changes, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: statusRegistryAbi,
        functionName: 'setStatus',
        args: [authority, changes, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
