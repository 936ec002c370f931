import { EslabonError } from '@eslabon/core';
import { failureBody, type PresentationFailure, presentationFailure } from '@eslabon/exchange';
import type { ErrorRequestHandler } from 'express';
import { toProblem } from '../platform/http/problem.js';
import type { Log } from '../platform/log/create-log.js';

/** Answers wallets in the form of the standard; what is our fault goes on, and says nothing of its inside. */
export function answerPresentationFailure(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    const failure = presentationFailure(error) ?? otherFailure(error);
    if (failure === undefined || response.headersSent) return next(error);
    log.debug({ path: request.baseUrl, ...failure.body }, 'a wallet was refused');
    response.status(failure.status).json(failure.body);
  };
}

/** Requests that are gone, bodies that cannot be read, and times at which nothing can be answered. */
function otherFailure(error: unknown): PresentationFailure | undefined {
  const { status, title } = toProblem(error, '');
  if (status === 503) return failureBody('temporarily_unavailable', `${title} Try again.`);
  if (status >= 500) return undefined;
  if (error instanceof EslabonError && error.code !== 'NOT_FOUND') return undefined;
  return { ...failureBody('invalid_request', title), status };
}
