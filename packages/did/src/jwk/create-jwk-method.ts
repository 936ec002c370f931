import type { DidMethod } from '../resolution/did-method.js';
import { refuseVersions } from '../resolution/refuse-versions.js';
import { didJwkDocument } from './did-jwk-document.js';

/** did:jwk. Its documents never change: any `versionTime` has the same. */
export function createJwkMethod(): DidMethod {
  return {
    name: 'jwk',
    async resolve(did, version) {
      const didDocument = didJwkDocument(did);
      refuseVersions(did, version, 'immutable');
      return { didDocument, didDocumentMetadata: {} };
    },
  };
}
