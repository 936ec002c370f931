import type { JsonObject } from '../json/json-object.js';
import { isObject, listOf } from '../json/json-object.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import type { VerificationMethodResolver } from './verification-method.js';

/** Port: the document of a controller, normally a DID document; `undefined` when there is none. */
export type DocumentResolver = (controller: string) => Promise<JsonObject | undefined>;

const relationships = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
] as const;

/**
 * Finds verification methods in the documents of their controllers (Controlled Identifiers §3.3): the URL without its
 * fragment is whose document it is, and exactly one method in it has the whole URL as its id.
 */
export function createMethodResolver(resolveDocument: DocumentResolver): VerificationMethodResolver {
  return async (url) => {
    const [controller, fragment] = url.split('#', 2) as [string, string | undefined];
    if (fragment === undefined || fragment === '') {
      throw refused('METHOD_INVALID', '', `${shown(url)} names no method: a fragment is missing.`);
    }
    const document = await resolveDocument(controller);
    if (document === undefined) {
      throw refused('METHOD_NOT_FOUND', '', `There is no document of ${shown(controller)}.`);
    }
    if (document.id !== controller) {
      throw refused(
        'METHOD_INVALID',
        '',
        `The document of ${shown(controller)} is of ${shown(document.id)}.`,
      );
    }
    const isIt = (item: unknown): boolean => idIn(item, controller) === url;
    const embedded = relationships.flatMap((name) => listOf(document[name]));
    const found = [...listOf(document.verificationMethod), ...embedded].filter(isObject).filter(isIt);
    const [method] = found;
    if (method === undefined) {
      throw refused(
        'METHOD_NOT_FOUND',
        '',
        `The document of ${shown(controller)} has no method ${shown(url)}.`,
      );
    }
    if (found.length > 1) {
      throw refused('METHOD_INVALID', '', `The document of ${shown(controller)} has ${shown(url)} twice.`);
    }
    return {
      method: { ...method, id: url },
      purposes: relationships.filter((name) => listOf(document[name]).some(isIt)),
    };
  };
}

/** The absolute id of a method or of a reference to one; documents may write `#fragment` alone. */
function idIn(item: unknown, controller: string): string | undefined {
  const id = isObject(item) ? item.id : item;
  if (typeof id !== 'string') return undefined;
  return id.startsWith('#') ? `${controller}${id}` : id;
}
