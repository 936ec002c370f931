import { shown } from '@eslabon/core';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { malformedSdJwt } from './malformed-sd-jwt.js';

/** Hash functions of `_sd_alg` that are accepted, by their names in the IANA registry of named information. */
const hashes = { 'sha-256': sha256, 'sha-384': sha384, 'sha-512': sha512 } as const;

export type SdHash = keyof typeof hashes;

/** What `_sd_alg` names; SHA-256 where it is absent (RFC 9901 §4.1.1). @throws EslabonError CREDENTIAL_MALFORMED */
export function readSdHash(payload: Record<string, unknown>): SdHash {
  const name = Object.hasOwn(payload, '_sd_alg') ? payload._sd_alg : 'sha-256';
  if (typeof name === 'string' && Object.hasOwn(hashes, name)) return name as SdHash;
  throw malformedSdJwt(`The hash function “${shown(name, 40)}” (_sd_alg) is not accepted.`, [
    `Use one of ${Object.keys(hashes).join(', ')}.`,
  ]);
}

/** Base64url of the hash over the text, which is ASCII: digests of disclosures (§4.2.3) and `sd_hash` (§4.3.1). */
export function sdDigest(hash: SdHash, text: string): string {
  return base64urlEncode(hashes[hash](new TextEncoder().encode(text)));
}

/** Bytes of a digest: decoys are as long. */
export function sdDigestBytes(hash: SdHash): number {
  return hashes[hash].outputLen;
}
