import type { DidMethod } from '../resolution/did-method.js';
import { refuseVersions } from '../resolution/refuse-versions.js';
import { didKeyDocument } from './did-key-document.js';

/** did:key. Its documents never change: any `versionTime` has the same. */
export function createKeyMethod(): DidMethod {
  return {
    name: 'key',
    async resolve(did, version) {
      const didDocument = didKeyDocument(did);
      refuseVersions(did, version, 'immutable');
      return { didDocument, didDocumentMetadata: {} };
    },
  };
}
