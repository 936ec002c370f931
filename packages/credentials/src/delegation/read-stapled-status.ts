import { delegationLimits } from '@eslabon/core';
import { malformed, tooLarge } from '../secured/credential-errors.js';
import { readStatusListToken } from '../status-list-token/read-status-list-token.js';
import type { StatusListToken } from '../status-list-token/status-list-token.js';
import type { ParsedDelegation } from './parsed-delegation.js';

/** What a list of the largest size inflates to when each entry has the largest size that there is. */
export const maxListBytes = delegationLimits.entries;

/**
 * Reads the status list that a delegation names, without verifying it: for whoever is about to present it.
 * @throws EslabonError STATUS_LIST_MALFORMED, STATUS_LIST_TOO_LARGE, CREDENTIAL_*; CREDENTIAL_MALFORMED for the list of
 *   another, or of a delegation without status
 */
export function readStapledStatus({ status }: ParsedDelegation, stapled: string): StatusListToken {
  requireListSize(stapled);
  if (status === undefined) throw malformed('The delegation has no status that a list could tell.');
  const list = readStatusListToken(stapled, maxListBytes);
  if (list.subject !== status.statusListUri) {
    throw malformed(
      `The status list is that of “${list.subject.slice(0, 120)}” (sub), not the delegation’s.`,
    );
  }
  return list;
}

/** @throws EslabonError CREDENTIAL_TOO_LARGE */
export function requireListSize({ length }: string): void {
  const most = delegationLimits.statusList;
  if (length > most) throw tooLarge('status list', length, most);
}
