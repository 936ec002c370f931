import type { Problem } from '@eslabon/data-integrity';
import { problemTypes } from '@eslabon/data-integrity';

const vcdm = 'https://www.w3.org/TR/vc-data-model#';
const status = 'https://www.w3.org/ns/credentials/status-list#';

/** Codes of what is refused here beside those of @eslabon/data-integrity, with the standards' types for them. */
const ownTypes = {
  ENVELOPE_MALFORMED: `${vcdm}PARSING_ERROR`,
  ENVELOPE_UNSUPPORTED: `${vcdm}PARSING_ERROR`,
  TOKEN_MALFORMED: `${vcdm}PARSING_ERROR`,
  TOKEN_TYPE: `${vcdm}MALFORMED_VALUE_ERROR`,
  TOKEN_CLAIM: `${vcdm}MALFORMED_VALUE_ERROR`,
  TOKEN_KEY: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
  TOKEN_SIGNATURE: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
  TOKEN_DATE: `${vcdm}RANGE_ERROR`,
  AUDIENCE_MISMATCH: 'https://w3id.org/security#INVALID_DOMAIN_ERROR',
  CHALLENGE_MISMATCH: 'https://w3id.org/security#INVALID_CHALLENGE_ERROR',
  CHALLENGE_USED: 'https://w3id.org/security#INVALID_CHALLENGE_ERROR',
  TOO_MANY_CREDENTIALS: `${vcdm}PARSING_ERROR`,
  ISSUER_OTHER: `${vcdm}MALFORMED_VALUE_ERROR`,
  STATUS_ENTRY: `${status}MALFORMED_VALUE_ERROR`,
  STATUS_RANGE: `${status}RANGE_ERROR`,
  STATUS_LIST_LENGTH: `${status}STATUS_LIST_LENGTH_ERROR`,
  STATUS_LIST_INVALID: `${status}STATUS_VERIFICATION_ERROR`,
  STATUS_UNREACHABLE: `${status}STATUS_RETRIEVAL_ERROR`,
  STATUS_REVOKED: `${status}STATUS_VERIFICATION_ERROR`,
  STATUS_SUSPENDED: `${status}STATUS_VERIFICATION_ERROR`,
  CERTIFICATE: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
} as const satisfies Record<string, string>;

export type ExchangeCode = keyof typeof ownTypes;

/** What is wrong with a credential or presentation: RFC 9457 details in the shape that the VC-API has them. */
export interface ExchangeProblem {
  /** The standard's problem type. */
  type: string;
  /** A stable code. */
  title: string;
  /** A sentence with the offending value. */
  detail: string;
  /** JSON pointer. */
  pointer?: string;
}

export function exchangeProblem(code: ExchangeCode, detail: string, pointer?: string): ExchangeProblem {
  return { type: ownTypes[code], title: code, detail, ...(pointer !== undefined && { pointer }) };
}

/** A problem of @eslabon/data-integrity, in a document that stands at `base`. */
export function fromDocumentProblem({ code, message, pointer }: Problem, base = ''): ExchangeProblem {
  return { type: problemTypes[code], title: code, detail: message, pointer: `${base}${pointer}` };
}
