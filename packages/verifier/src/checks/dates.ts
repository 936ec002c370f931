import type { ParsedCredential } from '@eslabon/credentials';
import type { Check } from './check.js';
import { passed } from './check.js';
import { checkResult } from './check-result.js';

const hour = 3_600;

/** A calendar day begins first at UTC+14 and ends last at UTC−12; the authority's own zone is not in the certificate. */
const dayBegins = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000 - 14 * hour;
const dayEnds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000 + 36 * hour;

/**
 * Is the instant within the dates? Those of the credential are instants and bind to the second, less the skew of
 * clocks. The certificate's own days bind too, as far as they are over (or not begun) everywhere on Earth, so that a
 * credential without an end does not outlive the certificate in it.
 */
export const datesCheck: Check = {
  id: 'dates',
  applies: (context) => passed(context, 'signature'),
  run: ({ credential, at, policy }) => {
    const { validFrom, validUntil, subject } = credential as ParsedCredential;
    const { effectiveDate, validUntil: lastDay } = subject.certificate;
    const from = Math.max(Date.parse(validFrom) / 1000, dayBegins(effectiveDate));
    const until = Math.min(
      validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil) / 1000,
      lastDay === undefined ? Number.POSITIVE_INFINITY : dayEnds(lastDay),
    );
    const evidence = {
      at,
      validFrom: new Date(from * 1000).toISOString(),
      ...(Number.isFinite(until) && { validUntil: new Date(until * 1000).toISOString() }),
    };
    if (at > until + policy.skewSeconds) return checkResult('dates', 'fail', 'EXPIRED', evidence);
    if (at < from - policy.skewSeconds) return checkResult('dates', 'fail', 'NOT_YET_VALID', evidence);
    return checkResult('dates', 'pass', 'IN_DATE', evidence);
  },
};
