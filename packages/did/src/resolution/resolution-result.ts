import type { DidDocument } from '../document/did-document.js';

/** Metadata of a version of a DID document (DID Resolution §4.3). Instants in UTC without fractions of a second. */
export interface DidDocumentMetadata {
  created?: string;
  /** Of the change that made this version. */
  updated?: string;
  /** Is `true` or absent. */
  deactivated?: true;
  /** did:ethr: number of the block of the change. */
  versionId?: string;
  nextUpdate?: string;
  nextVersionId?: string;
  /** Other spellings of the same DID. */
  equivalentId?: readonly string[];
}

/** Types of errors of DID Resolution §11. */
export const resolutionErrorTypes = [
  'INVALID_DID',
  'INVALID_DID_URL',
  'INVALID_OPTIONS',
  'INVALID_DID_DOCUMENT',
  'NOT_FOUND',
  'REPRESENTATION_NOT_SUPPORTED',
  'METHOD_NOT_SUPPORTED',
  'FEATURE_NOT_SUPPORTED',
  'INTERNAL_ERROR',
] as const;

export type ResolutionErrorType = (typeof resolutionErrorTypes)[number];

/** Problem details of a resolution that failed (RFC 9457). */
export interface ResolutionError {
  /** `https://www.w3.org/ns/did#NOT_FOUND` and the like. */
  type: `https://www.w3.org/ns/did#${ResolutionErrorType}`;
  title: string;
  detail?: string;
}

export interface DidResolutionMetadata {
  /** Media type of the document; absent when there is none. */
  contentType?: string;
  error?: ResolutionError;
}

/** What `resolve` answers (DID Resolution §4). The document is null after an error and of a deactivated DID. */
export interface DidResolutionResult {
  didResolutionMetadata: DidResolutionMetadata;
  didDocument: DidDocument | null;
  didDocumentMetadata: DidDocumentMetadata;
}
