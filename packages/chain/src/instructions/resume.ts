import type { Country } from '@eslabon/core';
import { arrangementRegistryAbi, instructionDomain, resumeTypes } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import { encodeCountry } from '../codec/country.js';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface ResumeParameters extends InstructionParameters {
  arrangement: number;
  /** The other country. */
  against: Country;
  /** Unix seconds; 0 for now. */
  until: number;
}

/** ArrangementRegistry.resume: the authority's country ends its suspension of another. */
export function resume(parameters: ResumeParameters): Instruction {
  const { deployment, authority, arrangement, until } = parameters;
  const to = deployment.contracts.arrangementRegistry.address;
  const [nonce, deadline] = [BigInt(parameters.nonce), BigInt(parameters.deadline)];
  const chainId = BigInt(deployment.chainId);
  const against = encodeCountry(parameters.against);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('ArrangementRegistry', deployment.chainId, to),
      types: resumeTypes,
      primaryType: 'Resume',
      message: { authority, arrangement, against, until, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: arrangementRegistryAbi,
        functionName: 'resume',
        args: [authority, arrangement, against, until, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
