import { type ErrorCode, EslabonError } from '@eslabon/core';
import type { DidResolutionResult, ResolutionErrorType } from './resolution-result.js';

/** Errors of a resolver and what they are called in DID Resolution §11; every other one is INTERNAL_ERROR. */
const types: Partial<Record<ErrorCode, ResolutionErrorType>> = {
  DID_INVALID: 'INVALID_DID',
  DID_OPTIONS_INVALID: 'INVALID_OPTIONS',
  DID_DOCUMENT_INVALID: 'INVALID_DID_DOCUMENT',
  DID_NOT_FOUND: 'NOT_FOUND',
  DID_REPRESENTATION_UNSUPPORTED: 'REPRESENTATION_NOT_SUPPORTED',
  DID_METHOD_UNSUPPORTED: 'METHOD_NOT_SUPPORTED',
  // did:web is resolved for the hosts that are listed.
  DID_FETCH_REFUSED: 'METHOD_NOT_SUPPORTED',
  DID_FEATURE_UNSUPPORTED: 'FEATURE_NOT_SUPPORTED',
};

const titles: Record<ResolutionErrorType, string> = {
  INVALID_DID: 'This is not a DID.',
  INVALID_DID_URL: 'This is not a DID URL.',
  INVALID_OPTIONS: 'The options of the resolution are not valid.',
  INVALID_DID_DOCUMENT: 'What was found is not a document of this DID.',
  NOT_FOUND: 'There is no document of this DID.',
  REPRESENTATION_NOT_SUPPORTED: 'The document cannot be had in the form that was asked for.',
  METHOD_NOT_SUPPORTED: 'DIDs of this method are not resolved here.',
  FEATURE_NOT_SUPPORTED: 'This is not supported for DIDs of this method.',
  INTERNAL_ERROR: 'The resolver failed.',
};

/** The type under which an error goes in DID Resolution. */
export function resolutionErrorType(error: unknown): ResolutionErrorType {
  return (error instanceof EslabonError ? types[error.code] : undefined) ?? 'INTERNAL_ERROR';
}

/** The result of a resolution that failed. What we did not foresee says nothing of its inside. */
export function toResolutionError(error: unknown): DidResolutionResult {
  const type = resolutionErrorType(error);
  const isForeseen = type !== 'INTERNAL_ERROR' && error instanceof EslabonError;
  return {
    didResolutionMetadata: {
      error: {
        type: `https://www.w3.org/ns/did#${type}`,
        title: titles[type],
        ...(isForeseen ? { detail: error.message } : {}),
      },
    },
    didDocument: null,
    didDocumentMetadata: {},
  };
}
