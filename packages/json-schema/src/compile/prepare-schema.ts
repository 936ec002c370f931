import { Undecided } from '../outcome.js';
import type { Draft } from './drafts.js';

/** Keyword that this package adds beside every reference, to count it. */
export const costKeyword = 'eslabon:cost';

type Schema = Record<string, unknown>;

const references = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Keywords whose value is no schema. */
const plain = new Set([
  ...['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', ...references],
  ...['type', 'enum', 'const', 'format', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems'],
  ...['maxContains', 'minContains', 'maxProperties', 'minProperties', 'required', 'dependentRequired'],
]);

/** Keywords whose value is a schema, or an array of them. */
const schemas = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'items', 'prefixItems', 'contains'],
  ...[
    'additionalItems',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
  ],
]);

/** Keywords whose value is an object of schemas; in `dependencies` some may be arrays of names. */
const maps = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'],
]);

/**
 * The schema with what asserts something, and nothing else: annotations, extensions of the library (`$async`,
 * `nullable`) and whatever nobody knows are left out, as the standard wants them ignored, so that no reference can lead
 * into them. A keyword that counts stands beside every reference.
 * @throws Undecided for a literal that looks like a reference.
 */
export function prepareSchema(schema: unknown, draft: Draft): unknown {
  if (Array.isArray(schema)) return schema.map((item) => prepareSchema(item, draft));
  if (typeof schema !== 'object' || schema === null) return schema;
  const prepared: Schema = {};
  for (const [keyword, value] of Object.entries(effective(schema as Schema, draft))) {
    if (plain.has(keyword))
      prepared[keyword] = keyword === 'const' || keyword === 'enum' ? literal(value) : value;
    else if (schemas.has(keyword)) prepared[keyword] = prepareSchema(value, draft);
    else if (maps.has(keyword)) prepared[keyword] = prepareMap(value, draft);
  }
  if (references.some((name) => Object.hasOwn(prepared, name))) prepared[costKeyword] = true;
  return prepared;
}

/** In draft 7 nothing counts beside a reference, but for what others refer to (JSON Schema draft 7 §8.3). */
function effective(schema: Schema, { name }: Draft): Schema {
  if (name !== 'draft-07' || typeof schema.$ref !== 'string') return schema;
  const { $ref, definitions } = schema;
  return { $ref, ...(definitions !== undefined && { definitions }) };
}

/**
 * A reference may lead into a literal too, as if it were a schema. There it would find references that are not counted.
 * @throws Undecided
 */
function literal(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (references.some((name) => Object.hasOwn(value, name))) {
    throw new Undecided('A literal of the schema looks like a reference.');
  }
  for (const member of Object.values(value)) literal(member);
  return value;
}

function prepareMap(value: unknown, draft: Draft): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isNames(item) ? item : prepareSchema(item, draft)]),
  );
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
