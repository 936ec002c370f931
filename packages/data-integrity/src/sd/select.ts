import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';
import { parsePointer } from '../json/pointer.js';
import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';

type Branch = JsonObject | unknown[];

/**
 * The part of a JSON-LD document that the pointers choose, with `@context` and, along the way, each node's id and types
 * (ECDSA Cryptosuites 1.0 §3.5.12). Lists lose the items that were not chosen. `undefined` when there is no pointer.
 * @throws EslabonError CREDENTIAL_REFUSED with POINTER_INVALID or POINTER_UNMATCHED
 */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject | undefined {
  if (pointers.length === 0) return undefined;
  const selection: JsonObject = { '@context': document['@context'], ...identity(document) };
  const lists: unknown[][] = [];
  for (const pointer of pointers) {
    const path = parsePointer(pointer);
    if (path === undefined) throw refused('POINTER_INVALID', '', `${shown(pointer)} is no JSON pointer.`);
    if (path.length === 0) return structuredClone(document);
    selectPath(document, selection, path, pointer, lists);
  }
  for (const list of lists) {
    const dense = list.filter(() => true);
    list.splice(0, list.length, ...dense);
  }
  return selection;
}

/** @throws EslabonError when the list is no list of JSON pointers, or longer than is taken */
export function checkPointers(pointers: readonly string[]): void {
  if (pointers.length > limits.pointers) {
    throw refused('POINTER_INVALID', '', `${pointers.length} pointers were given, above ${limits.pointers}.`);
  }
  const wrong = pointers.find(
    (pointer) => typeof pointer !== 'string' || parsePointer(pointer) === undefined,
  );
  if (wrong !== undefined) throw refused('POINTER_INVALID', '', `${shown(wrong)} is no JSON pointer.`);
}

function selectPath(
  document: JsonObject,
  selection: JsonObject,
  path: readonly string[],
  pointer: string,
  lists: unknown[][],
): void {
  let source: unknown = document;
  let target: Branch = selection;
  for (const [depth, token] of path.entries()) {
    const value = memberOf(source, token);
    if (value === undefined) {
      throw refused('POINTER_UNMATCHED', '', `The pointer ${shown(pointer)} hits nothing in the document.`);
    }
    const chosen = memberOf(target, token);
    source = value;
    if (depth === path.length - 1) {
      const whole = structuredClone(value);
      setMember(target, token, isObject(whole) && isObject(chosen) ? { ...chosen, ...whole } : whole);
    } else if (isObject(chosen) || Array.isArray(chosen)) {
      target = chosen;
    } else {
      const branch: Branch = Array.isArray(value) ? [] : identity(value);
      if (Array.isArray(branch)) lists.push(branch);
      setMember(target, token, branch);
      target = branch;
    }
  }
}

/** Own members only, and items by a plain number: `__proto__` and `01` are no keys of anything. */
function memberOf(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d{0,8})$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

function setMember(target: Branch, token: string, value: unknown): void {
  if (Array.isArray(target)) target[Number(token)] = value;
  else target[token] = value;
}

/** What always goes with a node: its id, unless that is a blank one, and its types. */
function identity(node: unknown): JsonObject {
  if (!isObject(node)) return {};
  const kept: JsonObject = {};
  for (const name of ['id', '@id']) {
    const id = node[name];
    if (typeof id === 'string' && !id.startsWith('_:')) kept[name] = id;
  }
  for (const name of ['type', '@type']) {
    if (node[name] !== undefined) kept[name] = structuredClone(node[name]);
  }
  return kept;
}
