import { EslabonError, shown } from '@eslabon/core';
import { parseDidUrl } from '../syntax/parse-did-url.js';
import { contexts } from './contexts.js';
import { type DidDocument, relationshipNames } from './did-document.js';

/** Methods and services that a document of somebody else may have. */
const maxItems = 200;

type Members = Readonly<Record<string, unknown>>;

/**
 * Checks that a value is the document of a DID (DID Core §§4–5): its `id`, and the shape of what readers of documents
 * rely on. Members that are not defined there are left alone.
 * @throws EslabonError DID_DOCUMENT_INVALID
 */
export function checkDocument(value: unknown, did: string): DidDocument {
  const document = isMembers(value) ? value : fail(did, 'is not a JSON object');
  if (document.id !== did) fail(did, `says that it is of “${shown(document.id, 100)}”`);
  checkContext(document['@context'], did);
  checkStrings(document, 'alsoKnownAs', did);
  if (typeof document.controller !== 'string') checkStrings(document, 'controller', did);
  for (const method of listOf(document, 'verificationMethod', did)) checkMethod(method, did);
  for (const name of relationshipNames) {
    for (const entry of listOf(document, name, did)) {
      if (typeof entry === 'string') checkUrl(entry, `an entry of ${name}`, did);
      else checkMethod(entry, did);
    }
  }
  for (const service of listOf(document, 'service', did)) checkService(service, did);
  return document as unknown as DidDocument;
}

function checkContext(context: unknown, did: string): void {
  if (context === undefined) return;
  const first: unknown = Array.isArray(context) ? context[0] : context;
  if (first !== contexts.did && first !== contexts.didV11)
    fail(did, 'has another @context than that of DIDs');
}

function checkMethod(method: unknown, did: string): void {
  if (!isMembers(method)) fail(did, 'has a verification method that is no object');
  const { id, type, controller } = method as Members;
  checkUrl(id, 'the id of a verification method', did);
  if (typeof type !== 'string') fail(did, 'has a verification method without a type');
  if (typeof controller !== 'string') fail(did, 'has a verification method without a controller');
}

function checkService(service: unknown, did: string): void {
  if (!isMembers(service)) fail(did, 'has a service that is no object');
  const { id, type, serviceEndpoint } = service as Members;
  if (typeof id !== 'string' || id === '') fail(did, 'has a service without an id');
  if (typeof type !== 'string' && !isStrings(type)) fail(did, 'has a service without a type');
  if (
    typeof serviceEndpoint !== 'string' &&
    (typeof serviceEndpoint !== 'object' || serviceEndpoint === null)
  ) {
    fail(did, 'has a service without an endpoint');
  }
}

/** A DID URL, or one relative to the document. */
function checkUrl(value: unknown, what: string, did: string): void {
  const text = typeof value === 'string' ? value : '';
  try {
    parseDidUrl(/^[#/?]/.test(text) ? `${did}${text}` : text);
  } catch {
    fail(did, `has something else than a DID URL for ${what}`);
  }
}

function checkStrings(document: Members, name: string, did: string): void {
  if (document[name] !== undefined && !isStrings(document[name]))
    fail(did, `has no list of texts for ${name}`);
}

function listOf(document: Members, name: string, did: string): readonly unknown[] {
  const list = document[name];
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length > maxItems)
    return fail(did, `has no list of up to ${maxItems} for ${name}`);
  return list;
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.length <= maxItems && value.every((item) => typeof item === 'string');
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fail(did: string, why: string): never {
  throw new EslabonError('DID_DOCUMENT_INVALID', `What was found for ${did.slice(0, 100)} ${why}.`, {
    hints: ['Whoever publishes the document has to correct it.'],
  });
}
