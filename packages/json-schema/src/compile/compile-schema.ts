import { Budget } from '../bounds/budget.js';
import type { Counts } from '../bounds/count-values.js';
import { countValues } from '../bounds/count-values.js';
import { Failed, Undecided } from '../outcome.js';
import { linearPattern } from '../pattern/linear-pattern.js';
import type { Draft } from './drafts.js';
import { formats } from './formats.js';
import { checkMetaSchema } from './meta-schema.js';
import { costKeyword, prepareSchema } from './prepare-schema.js';
import { hasUniqueItems } from './unique-items.js';

/** Answers what is wrong with a value; an empty list when nothing is. */
export type SchemaCheck = (value: unknown) => readonly string[];

/**
 * Compiles a schema of a stranger: nothing is fetched, references lead only to where the schema itself is, patterns are
 * matched in linear time, and all work is counted. One compiled schema is for one value.
 * @throws Failed for what is no schema of its version, Undecided for what is not supported.
 */
export function compileSchema(schema: Record<string, unknown>, draft: Draft): SchemaCheck {
  checkMetaSchema(schema, draft);
  const budget = new Budget();
  const counts: Counts = new WeakMap();
  const regExp = Object.assign((pattern: string) => linearPattern(pattern, budget), {
    code: 'linearPattern',
  });
  const validator = new draft.Validator({
    ...{ strict: false, meta: false, validateSchema: false, addUsedSchema: false, logger: false },
    ...{ inlineRefs: false, $data: false, allErrors: false, ownProperties: true, unicodeRegExp: true },
    formats: { ...formats },
    code: { regExp },
  });
  validator.removeKeyword('uniqueItems');
  validator.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, items: unknown[]) => !wanted || hasUniqueItems(items),
  });
  validator.addKeyword({
    keyword: costKeyword,
    before: '$ref',
    validate: (_: unknown, value: unknown) => {
      budget.reference(countValues(value, counts));
      return true;
    },
  });
  const validate = guarded(() => validator.compile(prepareSchema(schema, draft) as object));
  return (value) => {
    if (guarded(() => validate(value)) === true) return [];
    const [error] = validate.errors ?? [];
    return [`${error?.instancePath || 'The credential'} ${error?.message ?? 'does not follow the schema'}.`];
  };
}

/** What the library cannot do is undecided: it throws for references that lead nowhere, and when the stack is full. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Undecided || cause instanceof Failed) throw cause;
    const why = cause instanceof RangeError ? 'it refers to itself without end' : (cause as Error).message;
    throw new Undecided(`The schema cannot be used: ${why.slice(0, 200)}.`, { cause });
  }
}
