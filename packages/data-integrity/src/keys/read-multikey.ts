import { base58btcDecode } from '@eslabon/credentials';
import { isValidKey } from './curves.js';
import type { SuiteAlgorithm, SuiteKey } from './suite-key.js';

/** Varints of the multicodec table: p256-pub 0x1200, p384-pub 0x1201, ed25519-pub 0xed. */
export const multikeyPrefixes: Readonly<Record<SuiteAlgorithm, readonly [number, number]>> = {
  ES256: [0x80, 0x24],
  ES384: [0x81, 0x24],
  EdDSA: [0xed, 0x01],
};

/** A key of P-384 has 70 characters; the bound keeps base58 decoding cheap. */
const maxLength = 80;

/** Reads the bytes of a multikey; `undefined` for another codec, a wrong length or a point off its curve. */
export function readMultikeyBytes(multikey: Uint8Array): SuiteKey | undefined {
  for (const [algorithm, [first, second]] of Object.entries(multikeyPrefixes)) {
    if (multikey[0] !== first || multikey[1] !== second) continue;
    const key = { algorithm: algorithm as SuiteAlgorithm, bytes: multikey.slice(2) };
    return isValidKey(key) ? key : undefined;
  }
  return undefined;
}

/** Reads a `publicKeyMultibase` in base58btc (Controlled Identifiers §2.2.2); `undefined` when it is none of ours. */
export function readMultikey(text: unknown): SuiteKey | undefined {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > maxLength) return undefined;
  const bytes = base58btcDecode(text.slice(1));
  return bytes === undefined ? undefined : readMultikeyBytes(bytes);
}
