import type { AuthorityRecord, Hash } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { address, bytes, country, hash, uint, uint40 } from '../codec/scalars.js';
import { list, nullable, row } from '../codec/structures.js';
import { maxPart } from './limits.js';

/** An authority's record as the file has it, and with it all else that there is once of each authority. */
export interface StoredIssuer extends Omit<AuthorityRecord, 'keySetHash'> {
  /** Left out where the key set tells it. */
  keySetHash: Hash | undefined;
  keySet: Uint8Array | undefined;
  /** Of the instructions that the contracts consumed. */
  authorityNonce: number;
  arrangementNonce: number;
  statusNonce: number;
}

const issuers = list(
  row<StoredIssuer>({
    did: address,
    country,
    admittedAt: uint40,
    removedAt: uint40,
    keySetBlock: uint(),
    keySetHash: nullable(hash),
    keySet: nullable(bytes(maxPart)),
    authorityNonce: uint(),
    arrangementNonce: uint(),
    statusNonce: uint(),
  }),
);

/** In the order of their records' indexes, and no authority twice. */
export const issuersCodec: Codec<StoredIssuer[]> = {
  write: (value, path) => issuers.write(requireDistinct(value, path), path),
  read: (raw, path) => requireDistinct(issuers.read(raw, path), path),
};

function requireDistinct(value: StoredIssuer[], path: string): StoredIssuer[] {
  if (new Set(value.map(({ did }) => did)).size !== value.length)
    throw wrongShape(path, 'free of repetitions');
  return value;
}
