import { EslabonError } from '@eslabon/core';
import type { SignatureVerifier } from '../crypto/verify-signature.js';
import { tokenStatus, tokenStatusAt } from '../status-list/token-status-list.js';
import type { ParsedDelegation } from './parsed-delegation.js';
import { verifyDelegationStatusList } from './verify-delegation-status-list.js';

export interface VerifyDelegationStatusOptions {
  /** Unix seconds. */
  at: number;
  /** How far clocks may differ, in seconds; 60 unless given. */
  skewSeconds?: number;
  verify?: SignatureVerifier;
}

/**
 * Reads out of the company's status list whether it has withdrawn a delegation that has a status. Any value but
 * “valid” counts as withdrawn. Whatever it throws means that the answer is not known.
 * @param stapled the list (`statuslist+jwt`) that the delegate brought.
 * @throws EslabonError CREDENTIAL_OUT_OF_DATE when the list is older than the company allows (`maxAge`),
 *   STATUS_LIST_RANGE when it has no such entry, and what `verifyDelegationStatusList` throws
 */
export function verifyDelegationStatus(
  { company, status }: Pick<ParsedDelegation, 'company'> & Required<Pick<ParsedDelegation, 'status'>>,
  stapled: string,
  options: VerifyDelegationStatusOptions,
): { withdrawn: boolean; issuedAt: number } {
  const { statusListUri, index, maxAge } = status;
  const { list, issuedAt } = verifyDelegationStatusList(stapled, { ...options, company, statusListUri });
  const { at, skewSeconds = 60 } = options;
  if (at - issuedAt > maxAge + skewSeconds) {
    throw new EslabonError(
      'CREDENTIAL_OUT_OF_DATE',
      `The status list is ${at - issuedAt} s old; the company allows ${maxAge} s (maxAge).`,
    );
  }
  return { withdrawn: tokenStatusAt(list, index) !== tokenStatus.valid, issuedAt };
}
