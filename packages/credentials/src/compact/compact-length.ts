import type { AeoCredential } from '@eslabon/core';
import { encode } from 'cborg';
import { encodeCoseSign1 } from '../cose/encode-cose-sign1.js';
import { protectedHeader } from '../cose/protected-header.js';
import type { SignatureAlgorithm } from '../crypto/public-key.js';
import { claimsFromCredential } from './claims-from-credential.js';
import { compactMediaType, compactPrefix } from './labels.js';

const signatureLength = 64;

/**
 * How many characters the compact form of a certificate has, without signing it.
 * @param key the fragment of its kid, such as `delegate-1`
 * @throws EslabonError CREDENTIAL_ALGORITHM_UNSUPPORTED for ES256K
 */
export function compactLength(
  credential: AeoCredential,
  { algorithm, key, issuedAt }: { algorithm: SignatureAlgorithm; key: string; issuedAt: number },
): number {
  const header = protectedHeader({ alg: algorithm, kid: `#${key}`, typ: compactMediaType, issuedAt });
  const payload = encode(claimsFromCredential(credential));
  const { length } = encodeCoseSign1(header, payload, new Uint8Array(signatureLength));
  return compactPrefix.length + Math.floor(length / 2) * 3 + (length % 2) * 2;
}
