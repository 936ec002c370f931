import { accedeTypes, arrangementRegistryAbi, instructionDomain } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface AccedeParameters extends InstructionParameters {
  arrangement: number;
  /** Counted from 1. */
  version: number;
  /** Unix seconds; 0 for now. */
  from: number;
}

/** ArrangementRegistry.accede: the authority's country accedes to a version. */
export function accede(parameters: AccedeParameters): Instruction {
  const { deployment, authority, arrangement, version, from } = parameters;
  const to = deployment.contracts.arrangementRegistry.address;
  const [nonce, deadline] = [BigInt(parameters.nonce), BigInt(parameters.deadline)];
  const chainId = BigInt(deployment.chainId);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('ArrangementRegistry', deployment.chainId, to),
      types: accedeTypes,
      primaryType: 'Accede',
      message: { authority, arrangement, version, from, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: arrangementRegistryAbi,
        functionName: 'accede',
        args: [authority, arrangement, version, from, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
