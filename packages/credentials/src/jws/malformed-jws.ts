import { EslabonError } from '@eslabon/core';

/** The error of a JWS that is not written as RFC 7515 and this project's profile want it. */
export function malformedJws(message: string, hints: readonly string[] = []): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, { hints });
}
