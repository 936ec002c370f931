import type { AuthorityFacts, AuthorityRecord, NonceFact, ProposalFact } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { compareText } from '../codec/compare-text.js';
import { address, country, hash, nonZeroWord, uint, uint40 } from '../codec/scalars.js';
import { list, record, row, sorted } from '../codec/structures.js';

/** Nonces of the instructions that one contract consumed; an authority without any is not listed. */
export const nonces: Codec<NonceFact[]> = sorted(
  row<NonceFact>({ authority: address, nonce: uint(Number.MAX_SAFE_INTEGER, 1) }),
  (a, b) => compareText(a.authority, b.authority),
);

const recordList = list(
  row<AuthorityRecord>({
    did: address,
    country,
    admittedAt: uint40,
    removedAt: uint40,
    keySetHash: hash,
    keySetBlock: uint(),
  }),
);

/** In the order of their index, and no authority twice. */
const records: Codec<AuthorityRecord[]> = {
  write: (value, path) => recordList.write(requireDistinct(value, path), path),
  read: (raw, path) => requireDistinct(recordList.read(raw, path), path),
};

function requireDistinct(value: AuthorityRecord[], path: string): AuthorityRecord[] {
  if (new Set(value.map(({ did }) => did)).size !== value.length)
    throw wrongShape(path, 'free of repetitions');
  return value;
}

export const authorityCodec: Codec<AuthorityFacts> = record<AuthorityFacts>({
  successor: address,
  records,
  proposals: sorted(
    row<ProposalFact>({ id: hash, expiresAt: uint40, executedAt: uint40, approvals: nonZeroWord }),
    (a, b) => compareText(a.id, b.id),
  ),
  nonces,
});
