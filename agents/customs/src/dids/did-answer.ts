import { didDocumentMediaTypes, didResolutionMediaType } from '@eslabon/client/contract';
import { errorCodeOf } from '@eslabon/core';
import {
  type DidResolutionResult,
  type DocumentMediaType,
  type ResolutionErrorType,
  representDocument,
  resolutionErrorType,
  toResolutionError,
} from '@eslabon/did';

/** HTTP status of each error (DID Resolution §12.1). */
const statuses: Record<ResolutionErrorType, number> = {
  INVALID_DID: 400,
  INVALID_DID_URL: 400,
  INVALID_OPTIONS: 400,
  NOT_FOUND: 404,
  REPRESENTATION_NOT_SUPPORTED: 406,
  INVALID_DID_DOCUMENT: 500,
  INTERNAL_ERROR: 500,
  METHOD_NOT_SUPPORTED: 501,
  FEATURE_NOT_SUPPORTED: 501,
};

/** Failures of others that will pass. */
const outages = new Set<string | undefined>([
  'DID_UNREACHABLE',
  'CHAIN_UNREACHABLE',
  'CHAIN_MISMATCH',
  'CHAIN_RESPONSE_INVALID',
  'CHAIN_TIMEOUT',
  'CHAIN_INDEX_DIVERGED',
  'CHAIN_LAGGING',
  'CHAIN_FORKED',
  'SHUTTING_DOWN',
]);

export interface DidAnswer {
  status: number;
  mediaType: string;
  body: unknown;
}

/** What `accept` may name, the first for callers who do not care. */
export const acceptedTypes = [didResolutionMediaType, ...didDocumentMediaTypes];

/** A result in the form that was asked for. A deactivated DID has no document, so that all of the result is sent. */
export function answerResult(result: DidResolutionResult, mediaType: string): DidAnswer {
  const { didDocument, didDocumentMetadata } = result;
  const status = didDocumentMetadata.deactivated === true ? 410 : 200;
  if (mediaType === didResolutionMediaType || didDocument === null) {
    return { status, mediaType: didResolutionMediaType, body: result };
  }
  return { status, mediaType, body: representDocument(didDocument, mediaType as DocumentMediaType) };
}

export function answerFailure(error: unknown): DidAnswer {
  const status = outages.has(errorCodeOf(error)) ? 503 : statuses[resolutionErrorType(error)];
  return { status, mediaType: didResolutionMediaType, body: toResolutionError(error) };
}
