import { delegationLimits, EslabonError } from '@eslabon/core';
import type { Sign } from '../crypto/sign.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import { createStatusListToken } from '../status-list-token/create-status-list-token.js';
import { requireListSize } from './read-stapled-status.js';

export interface CreateDelegationStatusListOptions {
  /** did:jwk of the company. */
  company: string;
  /** What its delegations name. */
  statusListUri: string;
  /** Indices of the delegations that it has withdrawn and that have not ended yet. */
  withdrawn: Iterable<number>;
  /** Unix seconds; a newer list takes the place of an older one. */
  issuedAt: number;
  expiresAt?: number | undefined;
  /** Signs with the company's key. */
  sign: Sign;
}

/**
 * Says which of its delegations a company has withdrawn: a `statuslist+jwt` (draft-ietf-oauth-status-list §5.1) of
 * 131,072 entries of one bit, always all of them, so that nobody learns how many delegations there are.
 * @throws EslabonError STATUS_LIST_RANGE for an index that no delegation can have; CREDENTIAL_TOO_LARGE when so many are
 *   withdrawn that no verifier would read the list; DID_INVALID, KEY_UNSUPPORTED, CREDENTIAL_SIGNATURE
 */
export async function createDelegationStatusList(
  options: CreateDelegationStatusListOptions,
): Promise<string> {
  const { company, statusListUri, withdrawn, issuedAt, expiresAt, sign } = options;
  const token = await createStatusListToken({
    list: { bits: 1, bytes: bitsOf(withdrawn) },
    subject: statusListUri,
    issuer: company,
    issuedAt,
    ...(expiresAt !== undefined && { expiresAt }),
    signer: { algorithm: parseDidJwk(company).algorithm, kid: `${company}#0`, sign },
  });
  requireListSize(token);
  return token;
}

function bitsOf(indices: Iterable<number>): Uint8Array {
  const { entries } = delegationLimits;
  const bytes = new Uint8Array(entries / 8);
  for (const index of indices) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= entries) {
      throw new EslabonError('STATUS_LIST_RANGE', `No delegation has the index ${index}.`);
    }
    bytes[index >> 3] = (bytes[index >> 3] as number) | (1 << (index & 7));
  }
  return bytes;
}
