import type { StatusListFact } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { firstDifference } from '../codec/compare-text.js';
import { uint, uint16, uint32, uint40 } from '../codec/scalars.js';
import { row, sorted } from '../codec/structures.js';
import { statusBits } from './status-bits.js';

/** A status list as the file has it: its authority is named by the place of its record. */
export interface StoredList extends Omit<StatusListFact, 'authority'> {
  issuer: number;
}

export const statusesCodec: Codec<StoredList[]> = sorted(
  row<StoredList>({
    issuer: uint16,
    list: uint32,
    // Every change counts the version up: a list with version 0 does not exist.
    version: uint(Number.MAX_SAFE_INTEGER, 1),
    updatedAt: uint40,
    revoked: statusBits,
    suspended: statusBits,
  }),
  (a, b) => firstDifference(a.issuer - b.issuer, a.list - b.list),
);
