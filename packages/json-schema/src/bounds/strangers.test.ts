import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emailCredential, emailSchema, schemaId, versions } from '../testing/email.fixture.js';
import { validateCredential } from '../validate-credential.js';

type Members = Record<string, unknown>;

const [[, v2020], [, v2019], [, v7]] = versions;
const plain = { id: schemaId, type: 'JsonSchema' };
const outcome = (schema: unknown, members: Members = {}) =>
  validateCredential({ format: 'JsonSchema', schema, credential: { ...emailCredential(plain), ...members } });
/** The outcome for a schema whose root is this. */
const of = (root: Members, members: Members = {}, $schema: string = v2020) =>
  outcome({ $id: schemaId, $schema, ...root }, members);

/** Definitions that each refer twice to the next. */
function chain(length: number, keyword: string): Members {
  return Object.fromEntries(
    Array.from({ length }, (_, at) => {
      const next = { $ref: `#/${keyword}/d${at + 1}` };
      return [`d${at}`, at + 1 < length ? { allOf: [next, next] } : { type: 'object' }];
    }),
  );
}

const tree = {
  $defs: { node: { properties: { child: { allOf: [{ $ref: '#/$defs/node' }, { $ref: '#/$defs/node' }] } } } },
  properties: { root: { $ref: '#/$defs/node' } },
};
const nested = (depth: number): unknown => (depth === 0 ? {} : { child: nested(depth - 1) });

describe('a schema that would keep a machine busy', () => {
  it.each([
    [v2020, '$defs'],
    [v2019, '$defs'],
    [v7, 'definitions'],
  ])('of %s: references that double forty times are given up', ($schema, keyword) => {
    const schema = { $ref: `#/${keyword}/d0`, [keyword]: chain(40, keyword) };
    expect(of(schema, {}, $schema)).toMatchObject({ result: 'indeterminate' });
    const short = { $ref: `#/${keyword}/d0`, [keyword]: chain(6, keyword) };
    expect(of(short, {}, $schema)).toMatchObject({ result: 'success' });
  });

  it.each([
    ['to itself', { $ref: '#' }],
    ['in a circle', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }],
    ['to itself in every branch', { anyOf: [{ $ref: '#' }, { $ref: '#' }] }],
    ['dynamically to itself', { $dynamicAnchor: 'x', $dynamicRef: '#x' }],
  ])('references %s are given up', (_what, root) => {
    expect(of(root).result).toBe('indeterminate');
  });

  it('a tree that is visited twice at every level is given up, and a small one is not', () => {
    expect(of(tree, { root: nested(25) }).result).toBe('indeterminate');
    expect(of(tree, { root: nested(5) }).result).toBe('success');
  });

  it('references into what is no schema lead nowhere', () => {
    const definitions = chain(40, 'const');
    expect(of({ anyOf: [{ $ref: '#/const/d0' }], const: definitions }).result).toBe('indeterminate');
    for (const place of ['default', 'x-unknown']) {
      expect(of({ $ref: `#/${place}/a`, [place]: { a: { type: 'object' } } }).result).toBe('indeterminate');
    }
  });

  it('nothing is fetched', () => {
    expect(of({ $ref: 'https://elsewhere.example/schema.json' })).toMatchObject({ result: 'indeterminate' });
    expect(of({ $ref: 'other.json#/x' }).result).toBe('indeterminate');
  });

  it('what is deep or large is not looked at', () => {
    const deep = (levels: number): Members => (levels === 0 ? {} : { not: deep(levels - 1) });
    expect(of(deep(40)).result).toBe('indeterminate');
    expect(of({ enum: new Array(5_000).fill(0).map((_, at) => at) }).result).toBe('indeterminate');
    expect(of({}, { many: new Array(20_000).fill(1) }).result).toBe('indeterminate');
    expect(of({}, { long: 'x'.repeat(65_537) }).result).toBe('indeterminate');
    expect(of({}, { long: 'x'.repeat(65_536) }).result).toBe('success');
    expect(of({}, { ['n'.repeat(65_537)]: 1 }).result).toBe('indeterminate');
    expect(of({}, { long: new Array(17).fill('x'.repeat(65_536)) }).result).toBe('indeterminate');
  });

  it('thousands of items are compared in linear time', () => {
    const unique = { properties: { list: { uniqueItems: true } } };
    const list = Array.from({ length: 3_000 }, (_, at) => ({ at }));
    expect(of(unique, { list }).result).toBe('success');
    expect(of(unique, { list: [...list, { at: 7 }] }).result).toBe('failure');
  });
});

describe('a pattern', () => {
  const pattern = (text: string) => ({ properties: { text: { pattern: text } } });

  it('that others match by backtracking for years is matched at once', () => {
    expect(of(pattern('^(a+)+$'), { text: `${'a'.repeat(40)}!` }).result).toBe('failure');
    expect(of(pattern('^(a|a)*$'), { text: 'a'.repeat(40) }).result).toBe('success');
  });

  it('that costs too much over all texts is given up', () => {
    const texts = new Array(200).fill('a'.repeat(500));
    const schema = { properties: { texts: { items: { pattern: '(a?){200}a{200}$' } } } };
    expect(of(schema, { texts }).result).toBe('indeterminate');
  });

  it.each([
    '(?=a)a',
    '(?<!a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    '(a{1000}){1000}',
    'a'.repeat(1025),
    '\\p{Emoji}',
  ])('that is not supported leaves it open: %.30s', (text) => {
    expect(of(pattern(text), { text: 'a' }).result).toBe('indeterminate');
  });

  it('that is no regular expression is a failure of the schema', () => {
    expect(of(pattern('(a'), { text: 'a' }).result).toBe('failure');
  });

  it('of names is matched in the same way', () => {
    const schema = { patternProperties: { '^x(a+)+$': { type: 'number' } } };
    expect(of(schema, { [`x${'a'.repeat(40)}!`]: 'text' }).result).toBe('success');
    expect(of(schema, { xaa: 'text' }).result).toBe('failure');
  });
});

describe('what only the library knows', () => {
  it('is ignored: $data, $async, nullable and custom formats', () => {
    expect(of({ properties: { a: { const: { $data: '1/b' } } } }, { a: 1, b: 1 }).result).toBe('failure');
    expect(of({ $async: true, type: 'object' }).result).toBe('success');
    expect(of({ properties: { a: { type: 'string', nullable: true } } }, { a: null }).result).toBe('failure');
    expect(of({ properties: { a: { format: 'int32' } } }, { a: 1.5 }).result).toBe('success');
  });

  it('in draft 7 nothing counts beside a reference', () => {
    const root = {
      properties: { a: { $ref: '#/definitions/any', type: 'number' } },
      definitions: { any: {} },
    };
    expect(of(root, { a: 'text' }, v7).result).toBe('success');
    expect(of(root, { a: 'text' }, v2019).result).toBe('failure');
  });

  it('formats are asserted, of texts of a bounded length', () => {
    const schema = { properties: { at: { format: 'date-time' } } };
    expect(of(schema, { at: '2026-05-03T15:00:00Z' }).result).toBe('success');
    expect(of(schema, { at: 'yesterday' }).result).toBe('failure');
    const address = `${'a'.repeat(3_000)}@x.example`;
    expect(outcome(emailSchema(), { credentialSubject: { emailAddress: address } }).result).toBe('failure');
  });
});

it('whatever is handed over ends with one of three outcomes', () => {
  const keyword = fc.constantFrom(
    'type',
    'properties',
    '$ref',
    'items',
    'allOf',
    'pattern',
    'enum',
    '$defs',
    'not',
  );
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('object', 'string', '#', '#/$defs/a', '^a*$', '(', true, 0, null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(keyword, fc.string({ maxLength: 4 })), tie('any'), { maxKeys: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(keyword, value), fc.jsonValue(), fc.boolean(), (root, subject, whole) => {
      const credential = { ...emailCredential(plain), credentialSubject: subject };
      const schema = whole ? root : { $id: schemaId, $schema: v2020, ...root };
      const { result } = validateCredential({ format: 'JsonSchema', schema, credential });
      expect(['success', 'failure', 'indeterminate']).toContain(result);
    }),
    { numRuns: 300 },
  );
});
