import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { run } from '../../run.js';
import { captureIo } from '../../testing/capture-io.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { featureNames, features } from './features.js';
import { parsePaths } from './parse-paths.js';

type Members = Record<string, unknown>;

const context = 'https://www.w3.org/ns/credentials/v2';
const issuer = 'https://issuer.example/vc';
const credential: Members = {
  '@context': [context, 'https://www.w3.org/ns/credentials/examples/v2'],
  type: ['VerifiableCredential', 'ExampleCredential'],
  issuer,
  validFrom: '2026-01-10T00:00:00Z',
  credentialSubject: { id: 'did:example:1', x: 'secret of the holder', list: ['first secret', 'second'] },
};
const envelope = (id: string) => ({ '@context': context, type: 'EnvelopedVerifiableCredential', id });
const presentation: Members = {
  '@context': [context],
  type: ['VerifiablePresentation'],
  holder: issuer,
  verifiableCredential: [envelope('data:application/vc+jwt,e30.e30.AAAA')],
};
const documentOf = (feature: string) => (feature.startsWith('credential') ? credential : presentation);

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const;

/** A verification method with a fresh key, as suites write it. */
function methodFor(algorithm: 'ES256' | 'ES384' | 'ES512' | 'EdDSA'): Members {
  const { publicKey, privateKey } =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: curves[algorithm] });
  return {
    id: `${issuer}#key-1`,
    type: 'JsonWebKey',
    controller: issuer,
    publicKeyJwk: { ...publicKey.export({ format: 'jwk' }), alg: algorithm, kid: 'thumbprint' },
    secretKeyJwk: { ...privateKey.export({ format: 'jwk' }), alg: algorithm, kid: 'thumbprint' },
  };
}

const method = methodFor('ES256');

interface Called {
  code: number;
  out: string;
  err: string;
  /** What was written to the output file; undefined when nothing was. */
  result: { result: string; data: string } | undefined;
}

function call(
  verb: 'issue' | 'verify',
  feature: string,
  input: unknown,
  key: unknown = method,
  more: string[] = [],
) {
  return inTemporaryFolder(async (cwd): Promise<Called> => {
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    await writeFile(join(cwd, 'input'), text);
    await writeFile(join(cwd, 'key.json'), typeof key === 'string' ? key : JSON.stringify(key));
    const io = captureIo({ cwd });
    const options = ['--input', 'input', '--key', 'key.json', '--feature', feature, '--output', 'out.json'];
    const code = await run(['conformance', 'jose', verb, ...options, ...more], io);
    const written = await readFile(join(cwd, 'out.json'), 'utf8').catch(() => undefined);
    const result = written === undefined ? undefined : JSON.parse(written);
    return { code, out: io.out(), err: io.err(), result };
  });
}

const issued = async (feature: string, input: unknown = documentOf(feature), key: unknown = method) =>
  (await call('issue', feature, input, key)).result?.data as string;

describe.each(featureNames)(
  '“`eslabon conformance jose issue|verify --input F --key F --feature credential_jose|credential_sdjwt|credential_cose|presentation_jose|presentation_sdjwt|presentation_cose [--sd \'["credentialSubject.x"]\'] --output F` → file `{"result": "success|failure|indeterminate", "data": "…"}`”: %s',
  (feature) => {
    it.each(['ES256', 'ES384', 'ES512', 'EdDSA'] as const)(
      '“the key file is a JsonWebKey verification method with `publicKeyJwk` and `secretKeyJwk` (ES256, ES384, ES512, EdDSA)”: %s',
      async (algorithm) => {
        const key = methodFor(algorithm);
        const made = await call('issue', feature, documentOf(feature), key);
        expect(made).toMatchObject({ code: 0, out: 'success\n', err: '', result: { result: 'success' } });
        const { secretKeyJwk: _secret, ...toVerify } = key;
        const verified = await call('verify', feature, `${made.result?.data}\n`, toVerify);
        expect(verified).toMatchObject({ code: 0, out: 'success\n', result: { result: 'success' } });
        expect(JSON.parse(verified.result?.data as string)).toEqual(documentOf(feature));
      },
    );

    describe('“Fails: unknown top-level members, `vc`/`vp` claims, unsecured input, bad signature, wrong typ, presentations with a non-enveloped or malformed enveloped credential.”', () => {
      it('“bad signature” fails', async () => {
        const other = await call('verify', feature, await issued(feature), methodFor('ES256'));
        expect(other).toMatchObject({ code: 1, result: { result: 'failure' } });
        expect(other.result?.data).toMatch(/^CREDENTIAL_SIGNATURE_INVALID: /);
        expect(other.out).toBe(`failure: ${other.result?.data}\n`);
      });

      it('“unknown top-level members” and “`vc`/`vp` claims” fail, when they are issued', async () => {
        for (const change of [{ badExtension: { huh: 'what?' } }, { vc: {} }, { vp: 'x' }]) {
          const { code, result } = await call('issue', feature, { ...documentOf(feature), ...change });
          expect({ code, result: result?.result }).toEqual({ code: 1, result: 'failure' });
        }
      });

      it('“unsecured input” fails', async () => {
        for (const input of [documentOf(feature), '', 'e30.e30.', '{', 'x'.repeat(1_000)]) {
          const { code, result } = await call('verify', feature, input);
          expect({ code, result: result?.result }).toEqual({ code: 1, result: 'failure' });
        }
      });

      it('“wrong typ” fails: what is secured in every other way', async () => {
        for (const other of featureNames.filter((name) => name !== feature)) {
          const { code, result } = await call('verify', feature, await issued(other));
          expect([other, code, result?.result]).toEqual([other, 1, 'failure']);
        }
      });
    });
  },
);

describe.each(featureNames.filter((name) => name.startsWith('presentation')))('%s', (feature) => {
  it.each<[string, unknown]>([
    ['a non-enveloped', [credential]],
    ['a malformed enveloped: no data URL', [envelope('not-a-credential')]],
    ['a malformed enveloped: no token', [envelope('data:application/vc+jwt,')]],
    ['a malformed enveloped: another media type', [envelope('data:text/plain,x')]],
  ])(
    '“presentations with a non-enveloped or malformed enveloped credential” fail: %s',
    async (_what, verifiableCredential) => {
      const bad = { ...presentation, verifiableCredential };
      expect(await call('issue', feature, bad)).toMatchObject({ code: 1, result: { result: 'failure' } });
    },
  );
});

describe('“`[--sd \'["credentialSubject.x"]\']`”', () => {
  it('lets the holder withhold claims', async () => {
    const paths = ['--sd', '["credentialSubject.x", "credentialSubject.list[0]"]'];
    const { result } = await call('issue', 'credential_sdjwt', credential, method, paths);
    const [token = '', ...disclosures] = result?.data.split('~') ?? [];
    const payload = Buffer.from(token.split('.')[1] as string, 'base64url').toString();
    expect(payload).not.toMatch(/secret/);
    expect(disclosures).toHaveLength(3);
    const shown = await call('verify', 'credential_sdjwt', `${token}~${disclosures[1]}~`);
    expect(JSON.parse(shown.result?.data as string).credentialSubject).toEqual({
      id: 'did:example:1',
      list: ['first secret', 'second'],
    });
  });

  it('names claims that are there, or it fails', async () => {
    const paths = ['--sd', '["credentialSubject.nothing"]'];
    expect(await call('issue', 'credential_sdjwt', credential, method, paths)).toMatchObject({
      code: 1,
      result: { result: 'failure' },
    });
  });

  it.each([
    ['a', [['a']]],
    ['credentialSubject.address.street', [['credentialSubject', 'address', 'street']]],
    ['phones[0]', [['phones', 0]]],
    ['a[1][20].b', [['a', 1, 20, 'b']]],
    ['@context[1]', [['@context', 1]]],
  ])('reads %s', (path, expected) => {
    expect(parsePaths(JSON.stringify([path]))).toEqual(expected);
  });

  it.each([
    '',
    'a',
    '{}',
    '[1]',
    '[""]',
    '["a."]',
    '[".a"]',
    '["a[x]"]',
    '["a[0"]',
    '["a]"]',
    '["a..b"]',
    '["a[1234567]"]',
  ])('cannot run with %s', async (paths) => {
    const called = await call('issue', 'credential_sdjwt', credential, method, ['--sd', paths]);
    expect(called).toMatchObject({ code: 2, result: undefined });
    expect(called.err).toContain('error INPUT_INVALID: ');
  });

  it('reads any path that it could be given, in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '[', ']', '0') }), (path) => {
        try {
          const [steps = []] = parsePaths(JSON.stringify([path]));
          expect(steps.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'INPUT_INVALID' });
        }
      }),
    );
  });
});

describe('the result', () => {
  it('is indeterminate for a key that is not supported', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rsa = { ...method, publicKeyJwk: publicKey.export({ format: 'jwk' }), secretKeyJwk: undefined };
    for (const [verb, input] of [
      ['verify', await issued('credential_jose')],
      ['issue', credential],
    ] as const) {
      const called = await call(verb, 'credential_jose', input, rsa);
      expect(called).toMatchObject({ code: 1, result: { result: 'indeterminate' } });
    }
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no object', '7'],
    ['another type', { ...method, type: 'Multikey' }],
    ['no id', { ...method, id: undefined }],
    ['an id that is no URL', { ...method, id: 'key-1' }],
  ])('is not there where the key file holds %s', async (_what, key) => {
    const called = await call('verify', 'credential_jose', 'x', key);
    expect(called).toMatchObject({ code: 2, out: '', result: undefined });
    expect(called.err).toContain('error INPUT_INVALID: ');
  });

  it.each([
    ['an unknown feature', ['--feature', 'credential_ldp']],
    ['paths for what hides nothing', ['--sd', '["id"]']],
    ['a file that is not there', ['--input', 'nowhere']],
    ['a folder that is not there', ['--output', 'no/such/out.json']],
  ])('is not there with %s', async (_what, more) => {
    expect(await call('issue', 'credential_jose', credential, method, more)).toMatchObject({
      code: 2,
      out: '',
      result: undefined,
    });
  });

  it('is there whatever the input holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...featureNames),
        fc.oneof(fc.json(), fc.string()),
        async (feature, input) => {
          for (const verb of ['issue', 'verify'] as const) {
            expect(await call(verb, feature, input)).toMatchObject({
              code: 1,
              result: { result: 'failure' },
            });
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('tokens name the verification method as their key', async () => {
    const [header] = (await issued('credential_jose')).split('.');
    expect(JSON.parse(Buffer.from(header as string, 'base64url').toString())).toEqual({
      alg: 'ES256',
      kid: `${issuer}#key-1`,
      typ: 'vc+jwt',
      cty: 'vc',
    });
    expect(new Set(Object.values(features).map(({ mediaType }) => mediaType)).size).toBe(featureNames.length);
  });
});
