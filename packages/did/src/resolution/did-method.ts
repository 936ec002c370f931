import type { DidDocument } from '../document/did-document.js';
import type { ParsedDid } from '../syntax/parsed-did.js';
import type { WantedVersion } from './resolution-options.js';
import type { DidDocumentMetadata } from './resolution-result.js';

/** A version of a document as a method has it. That of a deactivated DID has no keys, and `deactivated` says so. */
export interface ResolvedVersion {
  didDocument: DidDocument;
  didDocumentMetadata: DidDocumentMetadata;
}

/** How the DIDs of one method are resolved. */
export interface DidMethod {
  /** Such as `ethr`. */
  readonly name: string;
  /** @throws EslabonError DID_* as `resolve` sorts them, and what its ports throw */
  resolve(did: ParsedDid, version: WantedVersion): Promise<ResolvedVersion>;
}
