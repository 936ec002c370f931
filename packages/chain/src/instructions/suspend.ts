import type { Country } from '@eslabon/core';
import { arrangementRegistryAbi, instructionDomain, suspendTypes } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import { encodeCountry } from '../codec/country.js';
import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface SuspendParameters extends InstructionParameters {
  arrangement: number;
  /** The other country. */
  against: Country;
  /** Unix seconds; 0 for now. */
  from: number;
}

/** ArrangementRegistry.suspend: the authority's country suspends recognition with another. */
export function suspend(parameters: SuspendParameters): Instruction {
  const { deployment, authority, arrangement, from } = parameters;
  const to = deployment.contracts.arrangementRegistry.address;
  const [nonce, deadline] = [BigInt(parameters.nonce), BigInt(parameters.deadline)];
  const chainId = BigInt(deployment.chainId);
  const against = encodeCountry(parameters.against);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('ArrangementRegistry', deployment.chainId, to),
      types: suspendTypes,
      primaryType: 'Suspend',
      message: { authority, arrangement, against, from, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: arrangementRegistryAbi,
        functionName: 'suspend',
        args: [authority, arrangement, against, from, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
