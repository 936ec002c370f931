import { EslabonError } from '@eslabon/core';
import { findPointer } from '../json/find-pointer.js';
import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';

interface ProcessorError {
  name: string;
  message: string;
  details?: { code?: unknown; cause?: unknown; event?: { code?: unknown; details?: JsonObject } };
}

/** Errors of context processing beside those that have a code of their own (JSON-LD 1.1 API §9.6). */
const contextErrors =
  /context|keyword|term|mapping|@(version|vocab|base|language|direction|protected|import|propagate)/;

/**
 * Says in our codes what the JSON-LD processor refused about the document, and where it first stands there.
 * What safe mode refuses is what would otherwise be dropped, that is, left unsigned.
 */
export function toProblem(error: unknown, document: unknown): EslabonError {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = causeOf(cause)) {
    if (cause instanceof EslabonError) return cause;
  }
  const { details, message } = error as ProcessorError;
  const event = details?.event;
  if (event !== undefined) return dropped(String(event.code), event.details ?? {}, document);
  const code = String(details?.code ?? '');
  const sentence = `JSON-LD processing failed: ${shown(code === '' ? String(message) : code)}.`;
  if (code === 'protected term redefinition') {
    return refused('CONTEXT_REDEFINES', '/@context', 'A context redefines a protected term.');
  }
  return refused(
    ...((contextErrors.test(code) ? ['CONTEXT_INVALID', '/@context'] : ['JSON_LD_INVALID', '']) as [
      ProblemCode,
      string,
    ]),
    sentence,
  );
}

function causeOf(error: object): unknown {
  const { cause, details } = error as { cause?: unknown; details?: { cause?: unknown } };
  return cause ?? details?.cause;
}

function dropped(code: string, details: JsonObject, document: unknown): EslabonError {
  const { property, type, id } = details;
  const at = (matches: (key: string, value: unknown) => boolean): string =>
    findPointer(document, matches) ?? '';
  if (code === 'invalid property') {
    const pointer = at((key) => key === property);
    return refused('TERM_UNDEFINED', pointer, `No context defines the term ${shown(property)}.`);
  }
  if (code === 'relative @type reference') {
    const pointer = at((key, value) => /^@?type$/.test(key) && listOf(value).includes(type));
    return refused('TYPE_UNDEFINED', pointer, `No context maps the type ${shown(type)} to a URL.`);
  }
  if (code === 'relative @id reference') {
    return refused(
      'ID_NOT_URL',
      at((_key, value) => value === id),
      `${shown(id)} is not an absolute URL.`,
    );
  }
  return refused('JSON_LD_INVALID', '', `JSON-LD processing would drop data: ${shown(code)}.`);
}
