import { EslabonError } from '@eslabon/core';
import { parseStrictJsonBytes } from '@eslabon/credentials';
import { checkDocument } from '../document/check-document.js';
import type { DidDocument } from '../document/did-document.js';
import type { DidMethod } from '../resolution/did-method.js';
import { refuseVersions } from '../resolution/refuse-versions.js';
import { didWebUrl } from './did-web-url.js';
import type { DocumentCache } from './document-cache.js';

/**
 * Gets what is at an address: the bytes of the answer, which says that it is JSON or a DID document. It has to guard
 * itself against where the address leads; `createDocumentFetcher` of `@eslabon/did/fetch` does.
 * @throws EslabonError DID_NOT_FOUND, DID_FETCH_REFUSED, DID_DOCUMENT_INVALID, DID_UNREACHABLE
 */
export type FetchDocument = (url: URL) => Promise<Uint8Array>;

export interface WebMethodOptions {
  /** DIDs whose documents are at hand, so that nothing is fetched for them. */
  own?: readonly DidDocument[];
  /** Absent: only the own ones are resolved. */
  foreign?: { fetchDocument: FetchDocument; cache: DocumentCache<DidDocument> };
}

/** did:web. Documents of others are those of now: the method has no versions. */
export function createWebMethod({ own = [], foreign }: WebMethodOptions): DidMethod {
  const documents = new Map(own.map((document) => [document.id, document]));

  async function fetchForeign(did: string, url: URL): Promise<DidDocument> {
    if (foreign === undefined) {
      throw new EslabonError('DID_FETCH_REFUSED', `Documents of ${url.host.slice(0, 100)} are not fetched.`, {
        hints: ['The operator of this agent names the hosts whose did:web it resolves.'],
      });
    }
    const { fetchDocument, cache } = foreign;
    return cache.get(did, async () => checkDocument(readJson(did, await fetchDocument(url)), did));
  }

  return {
    name: 'web',
    async resolve(parsed, version) {
      const url = didWebUrl(parsed);
      refuseVersions(parsed, version);
      const didDocument = documents.get(parsed.did) ?? (await fetchForeign(parsed.did, url));
      return { didDocument, didDocumentMetadata: {} };
    },
  };
}

function readJson(did: string, bytes: Uint8Array): unknown {
  try {
    return parseStrictJsonBytes(bytes, 'DID document');
  } catch (cause) {
    throw new EslabonError(
      'DID_DOCUMENT_INVALID',
      `What was found for ${did.slice(0, 100)} cannot be read as JSON.`,
      {
        hints: ['Whoever publishes the document has to correct it.'],
        cause,
      },
    );
  }
}
