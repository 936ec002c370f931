import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';
import type { JsonObject } from './json-object.js';
import { isObject } from './json-object.js';
import { below } from './pointer.js';

interface Spent {
  characters: number;
  values: number;
}

/**
 * Checks that the value is a JSON object of bounded depth and size. Beyond what JSON allows, it refuses `__proto__` as a
 * name or text (libraries that file values under names would write into the prototype of every object), texts with lone
 * surrogates (they have no UTF-8, so no one hash) and numbers that JSON cannot write.
 * @throws EslabonError CREDENTIAL_REFUSED with DOCUMENT_NOT_OBJECT or DOCUMENT_NOT_JSON, CREDENTIAL_TOO_LARGE with
 * DOCUMENT_TOO_DEEP or DOCUMENT_TOO_LARGE
 */
export function checkBounds(document: unknown): asserts document is JsonObject {
  if (!isObject(document)) {
    throw refused('DOCUMENT_NOT_OBJECT', '', 'The document must be a JSON object, not a text, list or null.');
  }
  walk(document, '', 1, { characters: 0, values: 0 });
}

function walk(value: unknown, pointer: string, depth: number, spent: Spent): void {
  spent.values++;
  spent.characters += typeof value === 'string' ? value.length : 8;
  if (spent.values > limits.values || spent.characters > limits.characters) {
    throw refused(
      'DOCUMENT_TOO_LARGE',
      pointer,
      `The document has more than ${limits.values} values or ${limits.characters} characters.`,
    );
  }
  if (typeof value === 'string') checkText(value, pointer);
  if (isScalar(value)) return;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw refused('DOCUMENT_NOT_JSON', pointer, `A value of the type ${typeof value} is not JSON.`);
  }
  if (depth > limits.depth) {
    throw refused('DOCUMENT_TOO_DEEP', pointer, `The document nests deeper than ${limits.depth} levels.`);
  }
  if (Array.isArray(value)) {
    value.forEach((item, at) => {
      walk(item, below(pointer, at), depth + 1, spent);
    });
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const at = below(pointer, name);
    checkText(name, at);
    spent.characters += name.length;
    walk(member, at, depth + 1, spent);
  }
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

/** Objects of another class than Object would answer differently from their JSON text. */
function isPlain(value: object): boolean {
  const tag = Object.prototype.toString.call(value);
  return (
    (tag === '[object Object]' || tag === '[object Array]') &&
    typeof (value as { toJSON?: unknown }).toJSON !== 'function'
  );
}

function checkText(text: string, pointer: string): void {
  if (text === '__proto__') {
    throw refused('DOCUMENT_NOT_JSON', pointer, 'No member and no text may be “__proto__”.');
  }
  if (/\p{Surrogate}/u.test(text)) {
    throw refused('DOCUMENT_NOT_JSON', pointer, 'A text has a lone surrogate, which UTF-8 cannot write.');
  }
}
