import type { JsonObject } from '../json/json-object.js';
import { isObject, listOf } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import { packagedContexts } from './packaged-contexts.js';

interface Spent {
  contexts: number;
  values: number;
  objects: number;
}

/**
 * Checks every `@context` of a document of bounded size before it is processed: each item is the URL of a packaged
 * context or an object, and there are not too many of either. Null, which would forget protected terms, is refused.
 * @throws EslabonError CREDENTIAL_REFUSED with CONTEXT_ITEM or CONTEXT_UNKNOWN, CREDENTIAL_TOO_LARGE
 */
export function checkContexts(document: JsonObject): void {
  const spent = { contexts: 0, values: 0, objects: 0 };
  visit(document, '', spent);
  if (spent.values * spent.objects > limits.contextWork) {
    throw refused(
      'DOCUMENT_TOO_LARGE',
      '/@context',
      `${spent.values} values in inline contexts are too many for ${spent.objects} objects.`,
    );
  }
}

function visit(value: unknown, pointer: string, spent: Spent): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => {
      visit(item, below(pointer, at), spent);
    });
  } else if (isObject(value)) {
    spent.objects++;
    for (const [name, member] of Object.entries(value)) {
      const at = below(pointer, name);
      if (name === '@context') checkContext(member, at, spent);
      else visit(member, at, spent);
    }
  }
}

function checkContext(context: unknown, pointer: string, spent: Spent): void {
  const isList = Array.isArray(context);
  for (const [at, item] of listOf(context).entries()) {
    const place = isList ? below(pointer, at) : pointer;
    spent.contexts++;
    if (typeof item === 'string' && !packagedContexts.has(item)) {
      throw refused('CONTEXT_UNKNOWN', place, `The context ${shown(item)} is not one of the package.`);
    }
    if (typeof item !== 'string' && !isObject(item)) {
      throw refused('CONTEXT_ITEM', place, `A context must be a URL or an object, not ${shown(item)}.`);
    }
    spent.values += typeof item === 'string' ? 0 : countValues(item);
    if (spent.contexts > limits.contexts || spent.values > limits.contextValues) {
      throw refused(
        'DOCUMENT_TOO_LARGE',
        place,
        `The document has more than ${limits.contexts} contexts or ${limits.contextValues} values in them.`,
      );
    }
  }
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + countValues(member), 1);
}
