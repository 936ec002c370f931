import type { GivenDelegation, HeldDelegation } from '../../session/contract.js';

/** @param now Unix seconds */
export function givenState(
  { validFrom, validUntil, withdrawnAt }: GivenDelegation,
  now: number,
): HeldDelegation['state'] {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (Date.parse(validUntil) <= now * 1000) return 'expired';
  return Date.parse(validFrom) > now * 1000 ? 'not-yet-valid' : 'valid';
}
