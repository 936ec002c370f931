import { findPointer } from '../json/find-pointer.js';
import type { JsonObject } from '../json/json-object.js';
import { isObject, listOf } from '../json/json-object.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import { isUrl } from '../rules/is-url.js';

/**
 * Checks that every node and type of an expanded document is named by an absolute URL or a blank node. Safe mode lets
 * relative references pass where a term says that its value is one, and what comes after expansion files nodes under
 * their names in plain objects: a node named `__proto__` would write into the prototype of every object there is.
 * @throws EslabonError CREDENTIAL_REFUSED with ID_NOT_URL or TYPE_UNDEFINED
 */
export function checkIris(expanded: unknown, document: JsonObject): void {
  if (Array.isArray(expanded)) {
    for (const item of expanded) checkIris(item, document);
    return;
  }
  if (!isObject(expanded) || Object.hasOwn(expanded, '@value')) return;
  for (const [name, value] of Object.entries(expanded)) {
    if (name === '@id' && !isName(value)) throw unnamed(value, document);
    else if (name === '@type') checkTypes(value, document);
    else checkIris(value, document);
  }
}

function checkTypes(types: unknown, document: JsonObject): void {
  const wrong = listOf(types).find((type) => !isName(type));
  if (wrong === undefined) return;
  const isType = (key: string): boolean => /^@?type$/.test(key);
  const pointer =
    findPointer(document, (key, value) => isType(key) && listOf(value).includes(wrong)) ??
    findPointer(document, isType);
  throw refused('TYPE_UNDEFINED', pointer ?? '', `A type maps to ${shown(wrong)}, which is not a URL.`);
}

function unnamed(id: unknown, document: JsonObject) {
  const pointer = findPointer(document, (_key, value) => listOf(value).includes(id));
  return refused('ID_NOT_URL', pointer ?? '', `${shown(id)} is not an absolute URL.`);
}

function isName(value: unknown): boolean {
  return isUrl(value) || (typeof value === 'string' && /^_:\S+$/.test(value));
}
