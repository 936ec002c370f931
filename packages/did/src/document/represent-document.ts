import { contexts } from './contexts.js';
import type { DidDocument } from './did-document.js';

/** Media types of a DID document: DID Core 1.0 §6, and the one that DID Core 1.1 has for both. */
export const documentMediaTypes = [
  'application/did',
  'application/did+ld+json',
  'application/did+json',
] as const;

export type DocumentMediaType = (typeof documentMediaTypes)[number];

/**
 * The document in a representation. JSON-LD needs `@context`, which is added where a method's own document has none
 * (DID Core §6.3.1); plain JSON is given without (§6.2.1 has no use for it).
 */
export function representDocument(document: DidDocument, mediaType: DocumentMediaType): DidDocument {
  const { '@context': context, ...members } = document;
  if (mediaType === 'application/did+json') return members;
  return { '@context': context ?? contexts.did, ...members };
}
