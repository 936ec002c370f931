import { arrangementRegistryAbi, instructionDomain, withdrawTypes } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface WithdrawParameters extends InstructionParameters {
  arrangement: number;
  /** Unix seconds; 0 for now. */
  until: number;
}

/** ArrangementRegistry.withdraw: every open accession of the authority's country ends. */
export function withdraw(parameters: WithdrawParameters): Instruction {
  const { deployment, authority, arrangement, until } = parameters;
  const to = deployment.contracts.arrangementRegistry.address;
  const [nonce, deadline] = [BigInt(parameters.nonce), BigInt(parameters.deadline)];
  const chainId = BigInt(deployment.chainId);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('ArrangementRegistry', deployment.chainId, to),
      types: withdrawTypes,
      primaryType: 'Withdraw',
      message: { authority, arrangement, until, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: arrangementRegistryAbi,
        functionName: 'withdraw',
        args: [authority, arrangement, until, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
