import type { PublicKey } from '@eslabon/credentials';
import { decodeMultikey, encodeMultikey } from '@eslabon/credentials';
import { compareBytes } from '../bytes/compare-bytes.js';
import type { Codec } from '../codec/codec.js';
import { compareText, firstDifference } from '../codec/compare-text.js';
import { bytes, text, uint40 } from '../codec/scalars.js';
import { row, sorted } from '../codec/structures.js';

/** One assertion key in an authority's history. Times are Unix seconds. */
export interface KeySetKey {
  /** Fragment of the DID URL that names the key: `controller`, `delegate-1`. */
  fragment: string;
  key: PublicKey;
  validFrom: number;
  /** First instant at which it no longer signs; 0 when none is set. */
  validUntil: number;
  /** From when on its signatures are not to be believed; 0 when it is not compromised. */
  compromisedAt: number;
}

const multikey = bytes(64);

const publicKey: Codec<PublicKey> = {
  write: (value, path) => multikey.write(encodeMultikey(value), path),
  read: (raw, path) => decodeMultikey(multikey.read(raw, path)),
};

/** [fragment, multikey, validFrom, validUntil, compromisedAt], by validFrom, then fragment, then key. */
export const keySetCodec: Codec<KeySetKey[]> = sorted(
  row<KeySetKey>({
    fragment: text(64, /^[A-Za-z0-9._~-]+$/),
    key: publicKey,
    validFrom: uint40,
    validUntil: uint40,
    compromisedAt: uint40,
  }),
  (a, b) =>
    firstDifference(
      a.validFrom - b.validFrom,
      compareText(a.fragment, b.fragment),
      compareBytes(encodeMultikey(a.key), encodeMultikey(b.key)),
    ),
);
