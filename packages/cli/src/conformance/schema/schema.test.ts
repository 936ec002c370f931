import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFormats } from '@eslabon/json-schema';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { captureIo } from '../../testing/capture-io.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { formatNames } from './schema-command.js';

type Members = Record<string, unknown>;

const id = 'https://schemas.example/email.json';
const versions = [
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'http://json-schema.org/draft-07/schema#',
];
const schemaOf = ($schema: string | undefined, $id: string | undefined = id): Members => ({
  ...($id !== '' && { $id }),
  ...($schema !== undefined && { $schema }),
  type: 'object',
  properties: { credentialSubject: { required: ['emailAddress'] } },
});
const wrap = (jsonSchema: Members): Members => ({
  id: 'https://schemas.example/credentials/1',
  type: ['VerifiableCredential', 'JsonSchemaCredential'],
  credentialSchema: { id: 'https://www.w3.org/ns/credentials/json-schema/v2.json', type: 'JsonSchema' },
  credentialSubject: { type: 'JsonSchema', jsonSchema },
});
const credentialOf = (
  format: string,
  change: Members = {},
  subject: Members = { emailAddress: 'a@b.example' },
) => ({
  credentialSubject: subject,
  credentialSchema: {
    id: format === 'JsonSchema' ? id : 'https://schemas.example/credentials/1',
    type: format,
    ...change,
  },
});

function validate(format: string, schema: unknown, credential: unknown) {
  return inTemporaryFolder(async (cwd) => {
    const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    await writeFile(join(cwd, 'schema.json'), text(schema));
    await writeFile(join(cwd, 'credential.json'), text(credential));
    const io = captureIo({ cwd });
    const files = ['--schema', 'schema.json', '--credential', 'credential.json', '--output', 'out.json'];
    const code = await run(['conformance', 'schema', 'validate', '--format', format, ...files], io);
    const written = await readFile(join(cwd, 'out.json'), 'utf8').catch(() => undefined);
    return {
      code,
      out: io.out(),
      err: io.err(),
      result: written === undefined ? undefined : JSON.parse(written),
    };
  });
}

describe.each(formatNames)(
  '“`eslabon conformance schema validate --format JsonSchema|JsonSchemaCredential --schema F --credential F --output F` → `{"result": …}`”: %s',
  (format) => {
    const given = (schema: Members) => (format === 'JsonSchema' ? schema : wrap(schema));

    it.each(versions)('“drafts 2020-12, 2019-09, 7”: %s', async ($schema) => {
      const schema = given(schemaOf($schema));
      expect(await validate(format, schema, credentialOf(format))).toEqual({
        code: 0,
        out: 'success\n',
        err: '',
        result: { result: 'success' },
      });
      const wrong = await validate(format, schema, credentialOf(format, {}, {}));
      expect(wrong).toMatchObject({ code: 1, result: { result: 'failure' } });
      expect(wrong.out).toMatch(/^failure: \/credentialSubject must have required property/);
    });

    it('“failure for a wrong `credentialSchema.type`, id mismatch, missing `$id` or `$schema`”', async () => {
      const [$schema = ''] = versions;
      for (const [schema, change] of [
        [schemaOf($schema), { type: `Not${format}` }],
        [schemaOf($schema), { id: 'https://schemas.example/other' }],
        [schemaOf($schema, ''), {}],
        [schemaOf(undefined), {}],
      ] as const) {
        const { code, result } = await validate(format, given(schema), credentialOf(format, change));
        expect([code, result]).toEqual([1, { result: 'failure' }]);
      }
    });

    it('“indeterminate for an unknown `$schema`”', async () => {
      const schema = given(schemaOf('https://json-schema.org/draft/unknown/schema'));
      const { code, result, out } = await validate(format, schema, credentialOf(format));
      expect([code, result]).toEqual([1, { result: 'indeterminate' }]);
      expect(out).toContain('draft/unknown');
    });
  },
);

it('the formats are those of the validator', () => {
  expect(formatNames).toEqual(schemaFormats);
});

it.each([
  ['a schema that is no JSON', 'JsonSchema', '{', credentialOf('JsonSchema')],
  ['a credential that is no JSON', 'JsonSchema', schemaOf(versions[0]), '{'],
  ['an unknown format', 'XmlSchema', schemaOf(versions[0]), credentialOf('JsonSchema')],
])('cannot run with %s', async (_what, format, schema, credential) => {
  const { code, result, err } = await validate(format, schema, credential);
  expect([code, result]).toEqual([2, undefined]);
  expect(err).toContain('error INPUT_INVALID: ');
});
