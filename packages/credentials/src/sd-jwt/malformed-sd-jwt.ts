import { EslabonError } from '@eslabon/core';

/** The error of an SD-JWT that breaks a rule of RFC 9901. */
export function malformedSdJwt(message: string, hints: readonly string[] = []): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, { hints });
}

export function tooLargeSdJwt(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_TOO_LARGE', message);
}
