import type { ErrorCode, EslabonError } from '@eslabon/core';
import { type ExchangeCode, type ExchangeProblem, exchangeProblem } from '../problems/exchange-problem.js';

/** What each code of @eslabon/credentials is called in the standards' terms; every other is malformed input. */
const codes: Partial<Record<ErrorCode, ExchangeCode>> = {
  CREDENTIAL_FORMAT_UNSUPPORTED: 'TOKEN_TYPE',
  CREDENTIAL_KEY_UNKNOWN: 'TOKEN_KEY',
  KEY_UNSUPPORTED: 'TOKEN_KEY',
  CREDENTIAL_SIGNATURE_INVALID: 'TOKEN_SIGNATURE',
  CREDENTIAL_OUT_OF_DATE: 'TOKEN_DATE',
};

export function tokenProblem({ code, message }: EslabonError): ExchangeProblem {
  return exchangeProblem(codes[code] ?? 'TOKEN_MALFORMED', message);
}
