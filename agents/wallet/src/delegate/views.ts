import { parseDelegation } from '@eslabon/credentials';
import type { GivenDelegation, HeldDelegation } from '../session/contract.js';
import type { StoredGiven, StoredHeld } from '../store/stored.js';
import { stateOfHeld } from './state-of-held.js';

/** A delegation as the company that gave it sees it. */
export function viewGiven(row: StoredGiven, origin: string): GivenDelegation {
  const { token, status, ...shown } = row;
  return { ...shown, withdrawable: status !== undefined, link: `${origin}/wallet/#delegation=${token}` };
}

/** A delegation as its delegate sees it. */
export function viewHeld(row: StoredHeld, now: Date): HeldDelegation {
  const { certificate, purposes, references = [], validFrom, validUntil } = parseDelegation(row.token);
  const { legalName, certificate: certified } = certificate.subject;
  return {
    ...{ id: row.id, legalName, certificateNumber: certified.certificateNumber },
    ...{ purposes, references, validFrom, validUntil, state: stateOfHeld(row, now) },
  };
}
