import { EslabonError } from '@eslabon/core';
import type { PublicKey } from '../crypto/public-key.js';
import type { SignatureVerifier } from '../crypto/verify-signature.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import type { StatusListToken } from '../status-list-token/status-list-token.js';
import { verifyStatusListToken } from '../status-list-token/verify-status-list-token.js';
import { maxListBytes, requireListSize } from './read-stapled-status.js';

export interface VerifyDelegationStatusListOptions {
  /** did:jwk that must have signed it. */
  company: string;
  /** What it must be the list of. */
  statusListUri: string;
  /** Unix seconds. */
  at: number;
  /** How far clocks may differ, in seconds; 60 unless given. */
  skewSeconds?: number;
  verify?: SignatureVerifier;
}

/**
 * Verifies the status list of a company's delegations: its form and size, that it is the list asked for, the company's
 * signature, and that it is made in the past and has not expired.
 * @throws EslabonError STATUS_LIST_MALFORMED, STATUS_LIST_TOO_LARGE, CREDENTIAL_KEY_UNKNOWN,
 *   CREDENTIAL_SIGNATURE_INVALID, CREDENTIAL_OUT_OF_DATE, CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE,
 *   CREDENTIAL_ALGORITHM_UNSUPPORTED, DID_INVALID, KEY_UNSUPPORTED
 */
export function verifyDelegationStatusList(
  token: string,
  {
    company,
    statusListUri,
    at,
    skewSeconds = 60,
    verify = verifySignature,
  }: VerifyDelegationStatusListOptions,
): StatusListToken {
  requireListSize(token);
  const key = parseDidJwk(company);
  const list = verifyStatusListToken(token, {
    keyFor: ({ kid }) => (kid === `${company}#0` ? key : undefined),
    subject: statusListUri,
    now: at,
    skew: skewSeconds,
    maxListBytes,
    // Only ever asked about the key above.
    verify: (asked, data, signature) => verify(asked as PublicKey, data, signature),
  });
  if (list.issuer !== undefined && list.issuer !== company) {
    throw new EslabonError(
      'STATUS_LIST_MALFORMED',
      `The status list is signed by the company, but names “${list.issuer.slice(0, 120)}” (iss).`,
    );
  }
  return list;
}
