import type { StatusFacts, StatusListFact } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { compareText, firstDifference } from '../codec/compare-text.js';
import { address, uint, uint32, uint40 } from '../codec/scalars.js';
import { record, row, sorted } from '../codec/structures.js';
import { nonces } from './authority-codec.js';
import { statusWords } from './status-words.js';

const statusList = row<StatusListFact>({
  authority: address,
  list: uint32,
  // Every change counts the version up: a list with version 0 does not exist.
  version: uint(Number.MAX_SAFE_INTEGER, 1),
  updatedAt: uint40,
  revoked: statusWords,
  suspended: statusWords,
});

export const statusCodec: Codec<StatusFacts> = record<StatusFacts>({
  lists: sorted(statusList, (a, b) =>
    firstDifference(compareText(a.authority, b.authority), a.list - b.list),
  ),
  nonces,
});
