import type { ErrorCode } from '@eslabon/core';

/** Codes that checks answer with, by check. */
const checkCodes = [
  // bundle
  'BUNDLE_ATTESTED',
  'BUNDLE_SEALED',
  'BUNDLE_SEALED_BY_FEW',
  // format
  'FORMAT_VALID',
  // issuer
  'ISSUER_ADMITTED',
  'ISSUER_UNKNOWN',
  'ISSUER_COUNTRY',
  'ISSUER_NOT_ADMITTED',
  // key
  'KEY_VALID',
  'KEY_OF_ANOTHER_ISSUER',
  'KEY_UNKNOWN',
  'KEY_ALGORITHM',
  'KEY_NOT_VALID_THEN',
  'KEY_COMPROMISED',
  'KEYS_NOT_ATTESTED',
  'ISSUED_IN_FUTURE',
  // signature
  'SIGNATURE_VALID',
  'SIGNATURE_INVALID',
  // dates
  'IN_DATE',
  'NOT_YET_VALID',
  'EXPIRED',
  // status
  'STATUS_ACTIVE',
  'STATUS_SUSPENDED',
  'STATUS_REVOKED',
  'STATUS_ELSEWHERE',
  // arrangement
  'COVERED',
  'COVERED_IN_PART',
  'OWN_CERTIFICATE',
  'NOT_COVERED',
  // freshness
  'DATA_FRESH',
  'DATA_AGEING',
  'DATA_STALE',
  'DATA_NEWER_THAN_INSTANT',
  // holder
  'HOLDER_PROVEN',
  'HOLDER_NOT_BOUND',
  'HOLDER_NOT_PROVEN',
  'HOLDER_NOT_SUBJECT',
  'HOLDER_METHOD_UNSUPPORTED',
  'PRESENTATION_FOR_ANOTHER',
  'PRESENTATION_REPLAYED',
  'PRESENTATION_OUT_OF_DATE',
  'HOLDER_IS_DELEGATE',
  'HOLDER_NOT_DELEGATE',
  // delegation
  'DELEGATION_VALID',
  'DELEGATION_NOT_OF_HOLDER',
  'DELEGATION_SIGNATURE',
  'DELEGATION_EXPIRED',
  'DELEGATION_NOT_YET_VALID',
  'DELEGATION_OUT_OF_PURPOSE',
  'DELEGATION_WITHDRAWN',
  'DELEGATION_STATUS_UNKNOWN',
  // any
  'NOT_CHECKED',
  'NO_PRESENTATION',
  'NO_DELEGATION',
  // presentations of several credentials
  'SEVERAL_CREDENTIALS',
] as const;

/** Error codes of unreadable credentials and unusable bundles that have a sentence of their own. */
const errorCodes = [
  'CREDENTIAL_MALFORMED',
  'CREDENTIAL_TOO_LARGE',
  'CREDENTIAL_FORMAT_UNSUPPORTED',
  'CREDENTIAL_ALGORITHM_UNSUPPORTED',
  'CREDENTIAL_SCHEMA',
  'DELEGATION_NOT_PRESENTED',
  'BUNDLE_NOT_READY',
  'BUNDLE_MALFORMED',
  'BUNDLE_TOO_LARGE',
  'BUNDLE_VERSION',
  'BUNDLE_CHAIN',
  'BUNDLE_ATTESTATION',
  'BUNDLE_ATTESTOR_UNKNOWN',
  'BUNDLE_STORAGE_ROOT',
  'BUNDLE_TRUST_MODE',
  'BUNDLE_SEALS',
  'BUNDLE_VALIDATORS',
  'BUNDLE_CHECKPOINT',
  'BUNDLE_CHECKPOINT_EXPIRED',
  'BUNDLE_FUTURE',
] as const satisfies readonly ErrorCode[];

export type CheckCode = (typeof checkCodes)[number];

/** What has a sentence in every language. BUNDLE_UNUSABLE stands for every other failure of the source. */
export type MessageCode = CheckCode | (typeof errorCodes)[number] | 'BUNDLE_UNUSABLE';

export const messageCodes: readonly MessageCode[] = [...checkCodes, ...errorCodes, 'BUNDLE_UNUSABLE'];

/** True for a code that has a sentence. */
export function isMessageCode(code: string): code is MessageCode {
  return (messageCodes as readonly string[]).includes(code);
}
