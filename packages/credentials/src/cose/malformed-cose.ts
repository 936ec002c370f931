import { EslabonError } from '@eslabon/core';

/** The error of a COSE_Sign1 that breaks a rule of RFC 9052 or of this project's profile. */
export function malformedCose(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, {
    hints: ['A COSE_Sign1 is tag 18 over [protected header, unprotected header, payload, signature].'],
  });
}
