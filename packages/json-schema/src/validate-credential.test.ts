import { hostileCopies } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import {
  emailCredential,
  emailSchema,
  schemaCredential,
  schemaCredentialId,
  schemaId,
  versions,
} from './testing/email.fixture.js';
import { validateCredential } from './validate-credential.js';

const plain = { id: schemaId, type: 'JsonSchema' };
const wrapped = { id: schemaCredentialId, type: 'JsonSchemaCredential' };

const byPlain = (schema: unknown, credential: unknown = emailCredential(plain)) =>
  validateCredential({ format: 'JsonSchema', schema, credential }).result;
const byCredential = (schema: unknown, credential: unknown = emailCredential(wrapped)) =>
  validateCredential({ format: 'JsonSchemaCredential', schema, credential }).result;

describe('values that cannot be turned into text', () => {
  it('are no reason for anything but a result', () => {
    const [[, $schema] = ['', '']] = versions;
    const schema = emailSchema($schema);
    for (const { copy } of hostileCopies({ schema, credential: emailCredential(plain) })) {
      const { schema: one, credential } = copy as { schema: unknown; credential: unknown };
      expect(['success', 'failure', 'indeterminate']).toContain(byPlain(one, credential));
    }
    for (const { copy } of hostileCopies({
      schema: schemaCredential(schema),
      credential: emailCredential(wrapped),
    })) {
      const { schema: one, credential } = copy as { schema: unknown; credential: unknown };
      expect(['success', 'failure', 'indeterminate']).toContain(byCredential(one, credential));
    }
  });
});

describe.each(versions)('“drafts 2020-12, 2019-09, 7”: %s', (_name, $schema) => {
  const schema = emailSchema($schema);

  it('is a success for a credential that follows its schema, in both formats', () => {
    expect(byPlain(schema)).toBe('success');
    expect(byCredential(schemaCredential(schema))).toBe('success');
  });

  it('is a failure for a credential that does not', () => {
    for (const address of ['no address', 7, undefined]) {
      expect(byPlain(schema, emailCredential(plain, address ?? null))).toBe('failure');
      expect(byCredential(schemaCredential(schema), emailCredential(wrapped, address ?? null))).toBe(
        'failure',
      );
    }
  });

  it('says what is wrong where', () => {
    const credential = emailCredential(plain, 'no address');
    expect(validateCredential({ format: 'JsonSchema', schema, credential }).reasons).toEqual([
      '/credentialSubject/emailAddress must match format "email".',
    ]);
  });

  it('“missing `$id` or `$schema`” is a failure', () => {
    expect(byPlain(emailSchema($schema, { $id: undefined }))).toBe('failure');
    expect(byPlain(emailSchema($schema, { $schema: undefined }))).toBe('failure');
    expect(byCredential(schemaCredential(emailSchema($schema, { $id: undefined })))).toBe('failure');
    expect(byCredential(schemaCredential(emailSchema($schema, { $schema: undefined })))).toBe('failure');
  });

  it('a schema that its meta-schema does not accept is a failure', () => {
    expect(byPlain(emailSchema($schema, { type: 'thing' }))).toBe('failure');
    expect(byPlain(emailSchema($schema, { required: 'x' }))).toBe('failure');
  });
});

describe('“failure for a wrong `credentialSchema.type`, id mismatch”', () => {
  it.each<[string, unknown]>([
    ['another type', { ...plain, type: 'NotJsonSchema' }],
    ['the type of the other format', { ...plain, type: 'JsonSchemaCredential' }],
    ['no type', { id: schemaId }],
    ['another id', { ...plain, id: 'https://schemas.example/other.json' }],
    ['no id', { type: 'JsonSchema' }],
    ['no schema at all', undefined],
    ['a schema that is a text', schemaId],
    ['an empty list', []],
    [
      'the type of one entry and the id of another',
      [
        { id: schemaId, type: 'X' },
        { id: 'https://o.example', type: 'JsonSchema' },
      ],
    ],
  ])('with %s', (_what, credentialSchema) => {
    expect(byPlain(emailSchema(), emailCredential(credentialSchema))).toBe('failure');
  });

  it('one of several entries may be the right one', () => {
    expect(byPlain(emailSchema(), emailCredential([wrapped, plain]))).toBe('success');
  });

  it.each<[string, unknown]>([
    ['an $id that is no URL', emailSchema(undefined, { $id: 'email' })],
    ['an $id that is a number', emailSchema(undefined, { $id: 7 })],
    ['a schema of another id', emailSchema(undefined, { $id: 'https://schemas.example/bad.json' })],
    ['a schema that is a text', 'schema'],
    ['a schema that is a list', [emailSchema()]],
    ['a $schema that is a number', emailSchema(undefined, { $schema: 7 })],
  ])('with %s', (_what, schema) => {
    expect(byPlain(schema)).toBe('failure');
  });

  it('with a credential that is no object', () => {
    for (const credential of [null, [], 'credential', 7])
      expect(byPlain(emailSchema(), credential)).toBe('failure');
  });
});

describe('“indeterminate for an unknown `$schema`”', () => {
  it.each([
    'https://json-schema.org/draft/unknown/schema',
    'https://json-schema.org/draft/2020-12/schema#x',
    'http://json-schema.org/draft-06/schema#',
    'constructor',
    '',
  ])('%s', ($schema) => {
    expect(byPlain(emailSchema($schema))).toBe('indeterminate');
    expect(byCredential(schemaCredential(emailSchema($schema)))).toBe('indeterminate');
  });

  it('draft 7 is known by http and https, with and without an empty fragment', () => {
    for (const scheme of ['http', 'https']) {
      for (const end of ['', '#']) {
        expect(byPlain(emailSchema(`${scheme}://json-schema.org/draft-07/schema${end}`))).toBe('success');
      }
    }
  });
});

describe('a JsonSchemaCredential', () => {
  it('may name the schema of schemas by its former name, and without digest', () => {
    const former = 'https://www.w3.org/2022/credentials/v2/json-schema-credential-schema.json';
    const credentialSchema = { id: former, type: 'JsonSchema' };
    expect(byCredential(schemaCredential(emailSchema(), { credentialSchema }))).toBe('success');
  });

  it.each<[string, unknown]>([
    [
      'another id than is named',
      schemaCredential(undefined, { id: 'https://schemas.example/credentials/2' }),
    ],
    ['no id', schemaCredential(undefined, { id: undefined })],
    ['no such type', schemaCredential(undefined, { type: ['VerifiableCredential'] })],
    ['no credential type', schemaCredential(undefined, { type: 'JsonSchemaCredential' })],
    [
      'another schema of its own',
      schemaCredential(undefined, { credentialSchema: { id: 'bad', type: 'JsonSchema' } }),
    ],
    ['no schema of its own', schemaCredential(undefined, { credentialSchema: undefined })],
    [
      'another digest of it',
      schemaCredential(undefined, {
        credentialSchema: {
          id: 'https://www.w3.org/ns/credentials/json-schema/v2.json',
          type: 'JsonSchema',
          digestSRI: 'sha384-AAAA',
        },
      }),
    ],
    ['no subject', schemaCredential(undefined, { credentialSubject: undefined })],
    ['a subject without type', schemaCredential(undefined, {}, { type: undefined })],
    ['a subject of another type', schemaCredential(undefined, {}, { type: 'NotJsonSchema' })],
    ['no jsonSchema', schemaCredential(undefined, {}, { jsonSchema: undefined })],
    ['a jsonSchema that is a text', schemaCredential(undefined, {}, { jsonSchema: 'x' })],
    ['an $id that is no URL', schemaCredential(emailSchema(undefined, { $id: 'bad' }))],
    ['another id of its subject than $id', schemaCredential(undefined, {}, { id: 'https://o.example' })],
    ['a plain schema in its place', emailSchema()],
  ])('is refused with %s', (_what, schema) => {
    expect(byCredential(schema)).toBe('failure');
  });
});
