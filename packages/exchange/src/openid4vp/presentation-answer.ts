import { EslabonError } from '@eslabon/core';
import { errorDescription } from '../problems/error-description.js';
import { type PresentationError, presentationErrors } from './presentation-refused.js';

export interface PresentationFailure {
  status: number;
  body: { error: PresentationError; error_description: string };
}

/** The answer to a request that `presentationRefused` refused; `undefined` for every other error. */
export function presentationFailure(error: unknown): PresentationFailure | undefined {
  if (!(error instanceof EslabonError) || error.code !== 'PRESENTATION_REFUSED') return undefined;
  return failureBody(error.details.error as PresentationError, error.message);
}

/** The same for an error of any kind. */
export function failureBody(error: PresentationError, sentence: string): PresentationFailure {
  return {
    status: presentationErrors[error],
    body: { error, error_description: errorDescription(sentence) },
  };
}
