import type { Problem } from '@eslabon/client/contract';
import { type ErrorCode, EslabonError } from '@eslabon/core';

/** HTTP status of the codes that may reach a caller; every other one is our fault and answers 500. */
const statuses: Partial<Record<ErrorCode, number>> = {
  INPUT_INVALID: 400,
  INPUT_MALFORMED_JSON: 400,
  INPUT_TOO_LARGE: 413,
  INPUT_UNSUPPORTED_MEDIA_TYPE: 415,
  INPUT_RANGE: 416,
  TIN_INVALID: 400,
  DID_INVALID: 400,
  DATE_INVALID: 400,
  AUTHENTICATION_REQUIRED: 401,
  AUTHENTICATION_FAILED: 401,
  PERMISSION_DENIED: 403,
  RATE_LIMITED: 429,
  NOT_FOUND: 404,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  CERTIFICATE_NOT_FOUND: 404,
  CERTIFICATE_EXISTS: 409,
  CERTIFICATE_STATE: 409,
  CERTIFICATE_FOUR_EYES: 403,
  CERTIFICATE_CONFIRMATION: 400,
  STATUS_REVOKED_IS_FINAL: 409,
  STATUS_NOT_SUSPENDED: 409,
  STATUS_SCHEDULED: 409,
  CURSOR_INVALID: 400,
  PAPER_TOO_LARGE: 422,
  OFFER_MISMATCH: 400,
  OFFER_STATE: 409,
  MAIL_LIMIT: 429,
  MAIL_REFUSED: 422,
  MAIL_UNAVAILABLE: 503,
  COMPANY_LIST_REFUSED: 400,
  COMPANY_LIST_OLDER: 409,
  CREDENTIAL_REFUSED: 400,
  CREDENTIAL_SIGNATURE_INVALID: 400,
  CREDENTIAL_KEY_UNKNOWN: 400,
  CREDENTIAL_KEY_BINDING: 400,
  CREDENTIAL_OUT_OF_DATE: 400,
  CREDENTIAL_TOO_LARGE: 400,
  REGISTER_EMPTY: 422,
  REGISTER_BINARY: 422,
  REGISTER_TOO_LARGE: 413,
  REGISTER_HEADER: 422,
  REGISTER_SYNTAX: 422,
  IMPORT_NOT_FOUND: 404,
  DECISION_CONFLICT: 409,
  DELTA_BASE_UNKNOWN: 404,
  CHAIN_BLOCK_UNKNOWN: 404,
  CHAIN_UNREACHABLE: 503,
  CHAIN_MISMATCH: 503,
  CHAIN_RESPONSE_INVALID: 503,
  CHAIN_TIMEOUT: 503,
  CHAIN_INDEX_DIVERGED: 503,
  CHAIN_FORKED: 503,
  CHAIN_LAGGING: 503,
  BUNDLE_NOT_READY: 503,
  BUNDLE_TRUST_MODE: 404,
  BUNDLE_CHECKPOINT: 503,
  BUNDLE_CHECKPOINT_EXPIRED: 503,
  BUNDLE_VALIDATORS: 503,
  BUNDLE_FUTURE: 503,
  SHUTTING_DOWN: 503,
  UNAVAILABLE: 503,
};

/** What errors may carry to a caller. */
type Details = Pick<Problem, 'issues' | 'checks' | 'problemDetails'>;

/** RFC 9457 problem details of an error. What we did not foresee says nothing of its inside. */
export function toProblem(error: unknown, instance: string): Problem {
  const known = error instanceof EslabonError ? error : fromHttpError(error);
  const status = known === undefined ? 500 : (statuses[known.code] ?? 500);
  if (known === undefined || status === 500) {
    return {
      type: 'urn:eslabon:problem:INTERNAL',
      title: 'The agent failed.',
      status: 500,
      instance,
      code: 'INTERNAL',
      hints: ['Tell the operator of the agent the time and the address that you called.'],
    };
  }
  const { issues, checks, problemDetails } = known.details as Details;
  return {
    type: `urn:eslabon:problem:${known.code}`,
    title: known.message,
    status,
    instance,
    code: known.code,
    hints: [...known.hints],
    ...(issues && { issues }),
    ...(checks && { checks }),
    ...(problemDetails && { problemDetails }),
  };
}

/** Errors that Express and its body parsers throw carry `status` and `type`. */
function fromHttpError(error: unknown): EslabonError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (type === 'entity.parse.failed') {
    return new EslabonError('INPUT_MALFORMED_JSON', 'The body is not well-formed JSON.', { cause: error });
  }
  if (type === 'entity.too.large') {
    return new EslabonError('INPUT_TOO_LARGE', 'The body is larger than this operation takes.', {
      cause: error,
    });
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new EslabonError('INPUT_UNSUPPORTED_MEDIA_TYPE', 'The encoding of the body is not supported.', {
      cause: error,
      hints: ['Send the body as UTF-8.'],
    });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new EslabonError('INPUT_INVALID', 'The request could not be read.', { cause: error });
  }
  return undefined;
}
