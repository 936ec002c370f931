import { EslabonError } from '@eslabon/core';
import { errorDescription } from '../problems/error-description.js';
import { type IssuanceError, issuanceErrors } from './issuance-refused.js';

export interface IssuanceFailure {
  status: number;
  body: { error: IssuanceError; error_description: string };
}

/** The answer to a request that `issuanceRefused` refused; `undefined` for every other error. */
export function issuanceFailure(error: unknown): IssuanceFailure | undefined {
  if (!(error instanceof EslabonError) || error.code !== 'ISSUANCE_REFUSED') return undefined;
  const code = error.details.error as IssuanceError;
  return {
    status: issuanceErrors[code],
    body: { error: code, error_description: errorDescription(error.message) },
  };
}
