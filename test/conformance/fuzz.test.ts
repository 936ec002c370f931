import type { JsonObject } from '@eslabon/data-integrity';
import { credential2 } from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHolder, credentialOf, startWorld, type World } from './world.js';

/** Nothing that is sent may take longer, in milliseconds: a hang shows as a test that fails. */
const limitMs = 8_000;

let world: World;
let samples: JsonObject[];

beforeAll(async () => {
  world = await startWorld();
  const profiles = [
    'eddsa-rdfc-2022',
    'ecdsa-jcs-2019-p384',
    'ecdsa-sd-2023',
    'vc-jwt',
    'bitstring-status-list',
  ];
  const credentials = await Promise.all(profiles.map((profile) => world.issued(profile)));
  const holder = await createHolder();
  samples = [...credentials, await holder.present({ credentials: credentials.slice(0, 1), challenge: 'c' })];
});

afterAll(() => world.server.stop());

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    'x',
    [],
    {},
    [[]],
    '\u0000',
    '\ud800',
    'did:key:z',
    'did:web:localhost',
  ),
  fc.constantFrom<unknown>(
    ['https://www.w3.org/ns/credentials/v2'],
    { '@context': {} },
    { '@id': 'x' },
    { type: 'VerifiableCredential' },
  ),
  fc.string({ maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A copy in which one place, anywhere, is something else, or gone. */
function changed(value: unknown, path: readonly number[], put: unknown): unknown {
  const [at = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null || path.length === 0) return put;
  const entries = Object.entries(value);
  if (entries.length === 0) return put;
  const [name, member] = entries[at % entries.length] as [string, unknown];
  const inner = changed(member, rest, put);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? inner : item));
  return { ...value, [name]: inner };
}

const mutation = fc.record({
  sample: fc.nat(5),
  path: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  put: odd,
});

/** A status that says something, in time; that it is no 5xx and problem+json where it fails, the world holds. */
async function expectAnswer(path: string, body: unknown): Promise<void> {
  const started = performance.now();
  const { status } = await world.post(path, body);
  expect([200, 201, 400, 404, 415, 422]).toContain(status);
  expect(performance.now() - started).toBeLessThan(limitMs);
}

describe('“never 500”, and never a hang', () => {
  it('whatever is changed in a secured document', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ sample, path, put }) => {
        const document = changed(samples[sample], path, put);
        await expectAnswer('/credentials/verify', { verifiableCredential: document });
        await expectAnswer('/presentations/verify', {
          verifiablePresentation: document,
          options: { challenge: 'c' },
        });
      }),
      { numRuns: 250 },
    );
  });

  it('whatever is to be issued', async () => {
    const did = await world.issuerOf('eddsa-rdfc-2022');
    await fc.assert(
      fc.asyncProperty(mutation, async ({ path, put }) => {
        const credential = changed(credential2(did), path, put);
        for (const profile of ['eddsa-rdfc-2022', 'vc-jwt', 'ecdsa-sd-2023']) {
          await expectAnswer(`/issuers/${profile}/credentials/issue`, { credential });
        }
      }),
      { numRuns: 120 },
    );
  });

  it('whatever the request is', async () => {
    const paths = [
      '/credentials/verify',
      '/presentations/verify',
      '/issuers/vc-jwt/credentials/issue',
      '/challenges',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(odd, fc.string()), async (path, body) => {
        await expectAnswer(path, typeof body === 'string' ? body : JSON.stringify(body));
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, () => unknown]>([
    ['is nested deeply', () => JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`)],
    ['has a very long text', () => credentialOf('did:e:1', { name: 'x'.repeat(900_000) })],
    [
      'has very many members',
      () => Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`m${at}`, at])),
    ],
    [
      'has very many contexts',
      () =>
        credentialOf('did:e:1', { '@context': Array(5_000).fill('https://www.w3.org/ns/credentials/v2') }),
    ],
    ['has very many proofs', () => ({ ...samples[0], proof: Array(2_000).fill(samples[0]?.proof) })],
    ['has blank nodes that look alike', () => poisoned()],
    [
      'has a very long token',
      () => ({ ...samples[3], id: `data:application/vc+jwt,${'A'.repeat(300_000)}.A.A` }),
    ],
    [
      'has very many tildes',
      () => ({ ...samples[3], id: `data:application/vc+sd-jwt,${'~A'.repeat(100_000)}` }),
    ],
    [
      'claims to be COSE',
      () => ({ ...samples[3], id: `data:application/vc+cose;base64,0oRD${'//'.repeat(50_000)}` }),
    ],
  ])('for a document that %s', async (_what, make) => {
    const document = make();
    await expectAnswer('/credentials/verify', { verifiableCredential: document });
    await expectAnswer('/presentations/verify', { verifiablePresentation: document });
    await expectAnswer('/issuers/eddsa-rdfc-2022/credentials/issue', { credential: document });
  });
});

/** Canonicalization compares such nodes with each other, and may never end. */
function poisoned(): JsonObject {
  const names = Array.from({ length: 9 }, (_, at) => `_:b${at}`);
  const knows = (id: string) => names.filter((name) => name !== id).map((name) => ({ id: name }));
  return {
    ...samples[0],
    credentialSubject: names.map((id) => ({ id, 'https://e.example/knows': knows(id) })),
  };
}
