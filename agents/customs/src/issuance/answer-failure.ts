import { EslabonError } from '@eslabon/core';
import { type IssuanceFailure, issuanceFailure, issuancePaths } from '@eslabon/exchange';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { toProblem } from '../platform/http/problem.js';
import type { Log } from '../platform/log/create-log.js';
import { pathForLog } from '../platform/log/path-for-log.js';

/** Lets web wallets of any origin in, and keeps every answer out of caches (RFC 6749 §5.1 names both headers). */
export const allowOrigins: RequestHandler = (request, response, next) => {
  response.set({ 'access-control-allow-origin': '*', 'cache-control': 'no-store', pragma: 'no-cache' });
  response.set('access-control-expose-headers', 'www-authenticate');
  if (request.method !== 'OPTIONS') return next();
  response.set({
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, dpop',
  });
  response.status(204).end();
};

/** Answers in the form of the standard. What it does not know of, such as an offer that is gone, goes on as a problem. */
export function answerIssuanceFailure(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    const failure = issuanceFailure(error) ?? bodyFailure(error);
    if (failure === undefined || response.headersSent) return next(error);
    const { body } = failure;
    const status = statusOf(failure, request.path);
    log.debug({ path: pathForLog(request.path), ...body }, 'a wallet was refused');
    if (status === 401)
      response.set('www-authenticate', challenge(body, request.get('authorization') !== undefined));
    response.status(status).json(body);
  };
}

/** A bad DPoP proof is a bad request for a token (RFC 9449 §5), and no authorization with one (§7.1). */
function statusOf({ status, body }: IssuanceFailure, path: string): number {
  return body.error === 'invalid_dpop_proof' && path !== issuancePaths.token ? 401 : status;
}

/** Whoever came without a token is told how to come (RFC 6750 §3.1), whoever came with one what is wrong with it. */
function challenge(
  { error, error_description: description }: IssuanceFailure['body'],
  hasToken: boolean,
): string {
  const reason = hasToken ? `, error="${error}", error_description="${description}"` : '';
  return `Bearer realm="openid4vci"${reason}, DPoP realm="openid4vci", algs="ES256 EdDSA"${reason}`;
}

/** Bodies that cannot be read: too large, cut off, or in an encoding that is not known. */
function bodyFailure(error: unknown): IssuanceFailure | undefined {
  if (error instanceof EslabonError) return undefined;
  const { status, title } = toProblem(error, '');
  if (status >= 500) return undefined;
  return { status, body: { error: 'invalid_request', error_description: title } };
}
