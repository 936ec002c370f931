import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { compileSchema } from './compile-schema.js';
import type { Draft } from './drafts.js';
import { draftOf } from './drafts.js';
import { hasUniqueItems } from './unique-items.js';

const $schema = 'https://json-schema.org/draft/2020-12/schema';
const draft = draftOf($schema) as Draft;

const name = fc.constantFrom('a', 'b', 'c');
const schema = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.boolean(),
    fc.record(
      {
        type: fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'null', 'boolean'),
        minimum: fc.integer({ min: -2, max: 3 }),
        maxLength: fc.nat(3),
        minItems: fc.nat(2),
        uniqueItems: fc.boolean(),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        enum: fc.array(fc.constantFrom(0, 'a', null, [], {}), { minLength: 1, maxLength: 3 }),
        pattern: fc.constantFrom('^a', 'b+$', '.'),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        properties: fc.dictionary(name, tie('any'), { maxKeys: 3 }),
        additionalProperties: tie('any'),
        items: tie('any'),
        prefixItems: fc.array(tie('any'), { minLength: 1, maxLength: 2 }),
        allOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }),
        not: tie('any'),
        if: tie('any'),
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: tie('any'),
        $ref: fc.constant('#/$defs/shared'),
        unevaluatedProperties: tie('any'),
      },
      { requiredKeys: [] },
    ),
  ),
})).any;
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(0, 1, -1.5, 'a', 'ab', 'b', '', null, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(name, tie('any'), { maxKeys: 3 }),
  ),
})).any;

const library = new Ajv2020({ strict: false, logger: false, addUsedSchema: false, inlineRefs: false });

describe('compileSchema', () => {
  it('says what the library says, whose means it limits', () => {
    fc.assert(
      fc.property(schema, schema, value, (root, shared, instance) => {
        fc.pre(typeof root === 'object');
        const whole = { $schema, $defs: { shared }, ...(root as object) };
        let expected: boolean | undefined;
        try {
          expected = library.validate(whole, instance);
        } catch {
          // A schema that refers to itself without end, or that the library stumbles over.
        }
        library.removeSchema(whole);
        fc.pre(expected !== undefined);
        expect(compileSchema(whole, draft)(instance).length === 0).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hasUniqueItems', () => {
  it.each<[unknown[], boolean]>([
    [[], true],
    [[1, '1', true, null, [], {}, [[]]], true],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      true,
    ],
    [[0, -0], false],
    [['[1]', [1]], true],
    [[{ a: 1 }, { a: '1' }], true],
  ])('%j', (items, expected) => {
    expect(hasUniqueItems(items)).toBe(expected);
  });
});
