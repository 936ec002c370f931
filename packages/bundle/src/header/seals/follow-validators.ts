import { EslabonError } from '@eslabon/core';
import type { Checkpoint } from '../../trust/trust-anchor.js';
import { vouchersAmong } from './is-vouched-for.js';
import { vouchersNeeded } from './quorum.js';
import { requireEnough } from './require-enough.js';
import type { SealedHeader } from './sealed-header.js';

export interface FollowRules {
  /** Unix seconds. */
  now: number;
  /** Seconds after its block for which a set of validators may vouch for the next one. */
  trustingPeriod: number;
  /** Fewest validators accepted; 4 unless told. */
  minValidators?: number | undefined;
}

/**
 * One step from validators that are trusted to those of a later header (proofs.md §3): enough of the trusted ones must
 * have sealed it, and they must still be inside the trusting period.
 * @returns the header as the next checkpoint.
 * @throws EslabonError BUNDLE_HEADER when the header is not later, BUNDLE_CHECKPOINT_EXPIRED, BUNDLE_CHECKPOINT when too
 * few of the trusted validators sealed it, BUNDLE_VALIDATORS when one of the sets is too small.
 */
export function followValidators(trusted: Checkpoint, next: SealedHeader, rules: FollowRules): Checkpoint {
  requireLater(trusted, next);
  requireEnough(trusted, rules.minValidators);
  requireEnough(next, rules.minValidators);
  requireInsidePeriod(trusted, rules);
  requireVouched(trusted, next);
  const { number, hash, timestamp, validators } = next;
  return { number, hash, timestamp, validators };
}

function requireLater(trusted: Checkpoint, next: SealedHeader): void {
  if (next.number > trusted.number && next.timestamp > trusted.timestamp) return;
  throw new EslabonError(
    'BUNDLE_HEADER',
    `Block ${next.number} at ${next.timestamp} is not later than block ${trusted.number} at ${trusted.timestamp}.`,
    { details: { block: next.number, trusted: trusted.number } },
  );
}

function requireInsidePeriod(trusted: Checkpoint, { now, trustingPeriod }: FollowRules): void {
  const until = trusted.timestamp + trustingPeriod;
  if (now <= until) return;
  throw new EslabonError(
    'BUNDLE_CHECKPOINT_EXPIRED',
    `The validators of block ${trusted.number} could be trusted for ${trustingPeriod} seconds, until ${until}; it is ${now}.`,
    {
      details: { trusted: trusted.number, until, now },
      hints: [
        'Get a newer checkpoint from your administration, out of band.',
        'Check the clock of this device.',
      ],
    },
  );
}

function requireVouched(trusted: Checkpoint, next: SealedHeader): void {
  const needed = vouchersNeeded(trusted.validators.length);
  const vouchers = vouchersAmong(next.signers, trusted.validators);
  if (vouchers >= needed) return;
  throw new EslabonError(
    'BUNDLE_CHECKPOINT',
    `Of the ${trusted.validators.length} validators of block ${trusted.number}, ${vouchers} sealed block ${next.number}; ${needed} must.`,
    {
      details: { block: next.number, trusted: trusted.number, vouchers, needed },
      hints: [
        'Use a bundle with more headers in between.',
        'Get a newer checkpoint from your administration, out of band.',
      ],
    },
  );
}
