import { type DelegationStatusEntry, errorCodeOf } from '@eslabon/core';
import {
  parseDelegation,
  tokenStatus,
  tokenStatusAt,
  verifyDelegationStatusList,
} from '@eslabon/credentials';
import type { HeldDelegation } from '../session/contract.js';
import type { StoredHeld } from '../store/stored.js';

/**
 * How a delegation stands at an instant, as far as is known here: a verifier may want a newer word of the company than
 * we have.
 */
export function stateOfHeld({ token, statusList }: StoredHeld, at: Date): HeldDelegation['state'] {
  const { company, status, validFrom, validUntil } = parseDelegation(token);
  if (Date.parse(validUntil) <= at.getTime()) return 'expired';
  if (Date.parse(validFrom) > at.getTime()) return 'not-yet-valid';
  if (status === undefined || statusList === undefined) return 'valid';
  return isWithdrawn(company, status, statusList, at) ? 'withdrawn' : 'valid';
}

/** A list that says nothing now, as when the clock is wrong, withdraws nothing: the verifier looks at it again. */
function isWithdrawn(
  company: string,
  { statusListUri, index }: DelegationStatusEntry,
  statusList: string,
  at: Date,
): boolean {
  try {
    const question = { company, statusListUri, at: Math.floor(at.getTime() / 1000), skewSeconds: 300 };
    return tokenStatusAt(verifyDelegationStatusList(statusList, question).list, index) !== tokenStatus.valid;
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    return false;
  }
}
