import { shown } from '@eslabon/core';
import { malformed } from './credential-errors.js';

/**
 * A value that a token states twice must be the same in both places: a reader that uses one and a reader that uses
 * the other would otherwise see two credentials.
 * @throws EslabonError CREDENTIAL_MALFORMED naming both places
 */
export function requireAgreement(place: string, given: unknown, other: string, expected: unknown): void {
  if (given === undefined || given === expected) return;
  throw malformed(
    `${place} (${shown(given, 100)}) contradicts ${other} (${expected === undefined ? 'absent' : shown(expected, 100)}).`,
  );
}
