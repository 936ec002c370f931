import { shown } from '@eslabon/core';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { parseStrictJsonBytes } from '../json/parse-strict-json.js';
import { malformedSdJwt } from './malformed-sd-jwt.js';
import type { SdHash } from './sd-hash.js';
import { sdDigest } from './sd-hash.js';
import type { Disclosure } from './sd-jwt.js';

/** Member names with a meaning of their own (RFC 9901 §4.1), and one that no object may have. */
const reserved = ['_sd', '_sd_alg', '...', '__proto__'];

export function isReservedName(name: string): boolean {
  return reserved.includes(name);
}

/**
 * Reads a disclosure: `[salt, name, value]` or, for an item of an array, `[salt, value]` (RFC 9901 §4.2).
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function decodeDisclosure(encoded: string, hash: SdHash): Disclosure {
  const parts = parseStrictJsonBytes(base64urlDecode(encoded), 'disclosure');
  if (!Array.isArray(parts) || (parts.length !== 2 && parts.length !== 3) || typeof parts[0] !== 'string') {
    throw malformedSdJwt('A disclosure is an array of salt, name and value, or of salt and value.');
  }
  const digest = sdDigest(hash, encoded);
  if (parts.length === 2) return { encoded, digest, value: parts[1] };
  const [, name, value] = parts;
  if (typeof name !== 'string' || isReservedName(name)) {
    throw malformedSdJwt(`A disclosure must not have the name “${shown(name, 40)}”.`);
  }
  return { encoded, digest, name, value };
}

/** Writes a disclosure. */
export function encodeDisclosure(
  hash: SdHash,
  salt: string,
  name: string | undefined,
  value: unknown,
): Disclosure {
  const parts = name === undefined ? [salt, value] : [salt, name, value];
  const encoded = base64urlEncode(new TextEncoder().encode(JSON.stringify(parts)));
  return { encoded, digest: sdDigest(hash, encoded), ...(name !== undefined && { name }), value };
}
