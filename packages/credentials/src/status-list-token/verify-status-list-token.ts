import { EslabonError } from '@eslabon/core';
import type { JoseKey } from '../crypto/jose-key.js';
import type { JoseVerifier } from '../crypto/verify-signature.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { requireInDate } from '../securing/require-in-date.js';
import { requireSigned } from '../securing/require-signed.js';
import { readStatusListToken } from './read-status-list-token.js';
import type { StatusListToken } from './status-list-token.js';

export interface VerifyStatusListTokenOptions {
  /** The issuer's key, chosen by what the token names. */
  keyFor: (token: Pick<StatusListToken, 'kid' | 'issuer' | 'algorithm'>) => JoseKey | undefined;
  /** The `uri` that the credential names: the list of another is not an answer (§8.3). */
  subject: string;
  /** Unix seconds. */
  now: number;
  /** How far clocks may differ, in seconds; 60 unless given. */
  skew?: number;
  maxListBytes?: number;
  verify?: JoseVerifier;
}

/**
 * Verifies a `statuslist+jwt` (draft-ietf-oauth-status-list §8.3): it is the list that was asked for, signed by its
 * issuer's key, made in the past and not expired.
 * @throws EslabonError STATUS_LIST_MALFORMED, STATUS_LIST_TOO_LARGE, CREDENTIAL_KEY_UNKNOWN,
 *   CREDENTIAL_SIGNATURE_INVALID, CREDENTIAL_OUT_OF_DATE and what `readStatusListToken` throws
 */
export function verifyStatusListToken(text: string, options: VerifyStatusListTokenOptions): StatusListToken {
  const { keyFor, subject, now, skew = 60, maxListBytes, verify = verifySignature } = options;
  const token = readStatusListToken(text, maxListBytes);
  if (token.subject !== subject) {
    throw new EslabonError(
      'STATUS_LIST_MALFORMED',
      `The status list is that of “${token.subject.slice(0, 120)}”, not of “${subject.slice(0, 120)}” (sub).`,
    );
  }
  const key = keyFor(token);
  if (key === undefined) {
    throw new EslabonError(
      'CREDENTIAL_KEY_UNKNOWN',
      `No key is known by “${token.kid?.slice(0, 120)}” (kid).`,
    );
  }
  requireSigned(token, key, verify);
  if (token.issuedAt > now + skew) {
    throw new EslabonError('CREDENTIAL_OUT_OF_DATE', `The status list is made at ${token.issuedAt} (iat).`);
  }
  requireInDate(token.claims, now, skew);
  return token;
}
