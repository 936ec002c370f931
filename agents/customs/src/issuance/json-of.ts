import { parseStrictJson } from '@eslabon/credentials';
import { type IssuanceError, issuanceRefused } from '@eslabon/exchange';
import type { Request } from 'express';

/** The body of a request as JSON. @throws EslabonError ISSUANCE_REFUSED with `error` */
export function jsonOf(request: Request, error: IssuanceError): unknown {
  if (request.is('application/json') === false || typeof request.body !== 'string') {
    throw issuanceRefused(error, 'The body has to be JSON, with content-type: application/json.');
  }
  try {
    return parseStrictJson(request.body, 'request');
  } catch (cause) {
    throw issuanceRefused(error, 'The body is not well-formed JSON.', cause);
  }
}
