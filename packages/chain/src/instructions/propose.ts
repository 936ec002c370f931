import { encodeLabel } from '@eslabon/bundle';
import type { ArrangementVersion } from '@eslabon/core';
import { arrangementRegistryAbi, instructionDomain, proposeTypes } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import { encodeCountry } from '../codec/country.js';

import type { Instruction, InstructionParameters } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface ProposeParameters extends InstructionParameters {
  /** 0 for a new arrangement, else the one to amend. */
  arrangement: number;
  /** Parties in ascending order, the proposer's country among them. */
  terms: ArrangementVersion;
}

/**
 * ArrangementRegistry.propose: an authority proposes an arrangement, or a new version of one.
 * @throws EslabonError INPUT_INVALID when the label does not fit 32 bytes of UTF-8
 */
export function propose({ deployment, authority, arrangement, ...rest }: ProposeParameters): Instruction {
  const to = deployment.contracts.arrangementRegistry.address;
  const [nonce, deadline] = [BigInt(rest.nonce), BigInt(rest.deadline)];
  const chainId = BigInt(deployment.chainId);
  const terms = {
    ...rest.terms,
    label: encodeLabel(rest.terms.label),
    parties: rest.terms.parties.map(encodeCountry),
  };
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('ArrangementRegistry', deployment.chainId, to),
      types: proposeTypes,
      primaryType: 'Propose',
      message: { authority, arrangement, terms, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: arrangementRegistryAbi,
        functionName: 'propose',
        args: [authority, arrangement, terms, nonce, deadline, chainId, requireSignature(signature)],
      }),
  };
}
