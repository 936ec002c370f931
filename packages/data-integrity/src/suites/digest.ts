import { sha256, sha384 } from '@noble/hashes/sha2.js';
import type { HashName } from '../json-ld/canonize.js';
import type { SuiteAlgorithm } from '../keys/suite-key.js';

/** The hash that goes with each algorithm, for canonicalization too (ECDSA Cryptosuites 1.0 §3). */
export const hashOf: Readonly<Record<SuiteAlgorithm, HashName>> = {
  ES256: 'sha256',
  ES384: 'sha384',
  EdDSA: 'sha256',
};

/** The hash of a text in UTF-8. */
export function digest(hash: HashName, text: string): Uint8Array {
  return (hash === 'sha256' ? sha256 : sha384)(new TextEncoder().encode(text));
}

/** The byte strings one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
