import { malformed } from './credential-errors.js';

/** The last second of the year 9999, the last that ISO 8601 writes with four digits. */
const latest = 253_402_300_799;

/**
 * Reads a registered date claim (RFC 7519 §2, whole seconds only).
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function readNumericDate(claims: Record<string, unknown>, name: string): number | undefined {
  const value = claims[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > latest) {
    throw malformed(`The claim ${name} must be whole Unix seconds.`);
  }
  return value;
}

/** Unix seconds of an ISO 8601 instant, rounded down. */
export function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** ISO 8601 in UTC with milliseconds, as did-jwt-vc writes dates that it takes from claims. */
export function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
