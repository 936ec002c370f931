import type { ProposalFact } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { compareText } from '../codec/compare-text.js';
import { hash, nonZeroWord, uint40 } from '../codec/scalars.js';
import { row, sorted } from '../codec/structures.js';

export const proposalsCodec: Codec<ProposalFact[]> = sorted(
  row<ProposalFact>({ id: hash, expiresAt: uint40, executedAt: uint40, approvals: nonZeroWord }),
  (a, b) => compareText(a.id, b.id),
);
