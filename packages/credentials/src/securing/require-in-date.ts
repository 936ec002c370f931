import { EslabonError } from '@eslabon/core';
import { readNumericDate } from '../secured/numeric-date.js';

/**
 * Passes while `nbf` has come and `exp` has not (RFC 7519 §4.1.4, §4.1.5). The dates of the credential itself are the
 * data model's.
 * @param now Unix seconds.
 * @param skew how far clocks may differ, in seconds.
 * @throws EslabonError CREDENTIAL_OUT_OF_DATE; CREDENTIAL_MALFORMED for a date that is none.
 */
export function requireInDate(claims: Record<string, unknown>, now: number, skew = 0): void {
  const [from, until] = [readNumericDate(claims, 'nbf'), readNumericDate(claims, 'exp')];
  if (until !== undefined && now >= until + skew) {
    throw new EslabonError('CREDENTIAL_OUT_OF_DATE', `The token expired at ${until} (exp).`);
  }
  if (from !== undefined && now < from - skew) {
    throw new EslabonError('CREDENTIAL_OUT_OF_DATE', `The token is not valid before ${from} (nbf).`);
  }
}
