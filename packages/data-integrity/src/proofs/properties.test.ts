import { EslabonError } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';
import { checkCredential } from '../rules/check-credential.js';
import { checkPresentation } from '../rules/check-presentation.js';
import type { CryptosuiteName } from '../suites/suite.js';
import { credential2, presentation2, signedBy, verifyOptions } from '../testing/documents.fixture.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { wholeSuites } from '../testing/suites.fixture.js';
import { addProof } from './add-proof.js';
import { deriveProof } from './derive-proof.js';
import { verifyProofs } from './verify-proofs.js';

/** Values that parsers stumble over, beside any JSON. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    ...[
      null,
      '',
      [],
      {},
      [[]],
      [null],
      0,
      -1,
      1e308,
      '_:b0',
      'urn:a',
      '@id',
      '@type',
      'z',
      'u',
      'u2V0B',
      'z111',
    ],
    ...[{ '@id': 7 }, { '@value': {} }, { '@list': [{ '@list': [] }] }, { '@graph': [{}] }, { '@set': 1 }],
    ...[
      { '@context': null },
      { '@context': { '@base': 'urn:' } },
      { '@reverse': { a: 1 } },
      { '@included': 1 },
    ],
    ...[
      { '@nest': {} },
      { '@index': 5 },
      { '@json': 1 },
      { '@type': '@json', '@value': {} },
      '__proto__',
      'constructor',
      'toString',
    ],
  ),
);
const names = [
  '@context',
  'id',
  'type',
  'issuer',
  'proof',
  'credentialSubject',
  'name',
  'proofValue',
  '@graph',
  'a/b',
];
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'remove', 'add', 'flip'),
  name: fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
  value: odd,
  char: fc.nat(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Every object, array and member of a document, as a place to change. */
function placesIn(value: unknown): { holder: JsonObject; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    { holder: value as JsonObject, key },
    ...placesIn(member),
  ]);
}

function apply(document: JsonObject, { at, kind, name, value, char }: Change): void {
  const places = placesIn(document);
  const place = places[at % places.length];
  if (place === undefined) return;
  const { holder, key } = place;
  const member = holder[key];
  if (kind === 'remove') delete holder[key];
  else if (kind === 'add' && isObject(member)) member[name] = structuredClone(value);
  else if (kind === 'flip' && typeof member === 'string' && member !== '') {
    const index = char % member.length;
    holder[key] =
      `${member.slice(0, index)}${String.fromCharCode(33 + (char % 90))}${member.slice(index + 1)}`;
  } else holder[key] = structuredClone(value);
}

/** JSON as it would come over the network: sparse lists and the like do not arrive. */
const received = (document: JsonObject): unknown => JSON.parse(JSON.stringify(document));

const secured = new Map<string, JsonObject>();
beforeAll(async () => {
  for (const [suite, algorithm] of [...wholeSuites, ['ecdsa-sd-2023', 'ES256'] as const]) {
    const key = await createTestKey(algorithm);
    const id = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544';
    const more = suite === 'ecdsa-sd-2023' ? { mandatoryPointers: ['/issuer', '/validUntil'] } : {};
    const issued = await addProof(credential2(key.did), { suite, id, ...signedBy(key), ...more });
    secured.set(`${suite} ${algorithm}`, issued);
    if (suite === 'ecdsa-sd-2023') {
      secured.set('derived', await deriveProof(issued, { selectivePointers: ['/credentialSubject/roles'] }));
    }
  }
});
const named = [...wholeSuites.map((row) => row.join(' ')), 'ecdsa-sd-2023 ES256', 'derived'];

/** A library that files values under the names of a document could change every object of the process. */
afterEach(() => {
  for (const inherited of [Object, Object.prototype, Array.prototype, Function.prototype]) {
    expect(Object.keys(inherited)).toEqual([]);
  }
});

describe.each(named)('%s', (name) => {
  it('is not verified, and no error, where a value cannot be turned into text', async () => {
    for (const { place, copy } of hostileCopies(secured.get(name))) {
      const { verified } = await verifyProofs(copy, verifyOptions());
      // What a derived or RDF proof does not cover may be anything.
      expect([place, verified]).toEqual([place, false]);
    }
  });

  it('whatever is changed: a result, never an error, and verified only if nothing that counts was', async () => {
    const original = secured.get(name) as JsonObject;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const document = structuredClone(original);
        for (const one of changes) apply(document, one);
        const given = received(document);
        const result = await verifyProofs(given, verifyOptions());
        expect(result.proofs.map(({ outcome }) => outcome)).not.toContain('unresolved');
        expect(result.problems.length > 0).toBe(!result.verified);
        if (!result.verified) return;
        // RDF says some things in several ways (null and empty lists say nothing), but never these.
        const { issuer, validUntil } = given as { issuer: JsonObject; validUntil: unknown };
        expect(issuer.id).toBe((original.issuer as JsonObject).id);
        expect(validUntil).toBe(original.validUntil);
      }),
      { numRuns: 150 },
    );
  });
});

describe('rules', () => {
  it('whatever is given: problems, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const credential = credential2();
        const presentation = presentation2('did:example:holder', [credential2()]);
        for (const one of changes) {
          apply(credential, one);
          apply(presentation, one);
        }
        for (const { code, pointer, message } of [
          ...(await checkCredential(received(credential))),
          ...(await checkPresentation(received(presentation))),
        ]) {
          expect(code).toMatch(/^[A-Z_]+$/);
          expect(pointer).toMatch(/^(\/.*)?$/s);
          expect(message.length).toBeLessThan(400);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('any JSON value', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (value) => {
        expect((await checkCredential(value)).length).toBeGreaterThan(0);
        expect((await checkPresentation(value)).length).toBeGreaterThan(0);
        expect(await verifyProofs(value, verifyOptions())).toMatchObject({ verified: false });
      }),
    );
  });
});

describe('making and deriving', () => {
  it('a document or an EslabonError, for whatever is given', async () => {
    const key = await createTestKey('ES256');
    const suites: CryptosuiteName[] = ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'ecdsa-sd-2023'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...suites),
        fc.array(fc.constantFrom('/issuer', '/credentialSubject/roles/0', '', '/a', 'b', '/__proto__/x'), {
          maxLength: 3,
        }),
        async (changes, suite, pointers) => {
          const document = credential2(key.did);
          for (const one of changes) apply(document, one);
          const more = suite === 'ecdsa-sd-2023' ? { mandatoryPointers: pointers } : {};
          try {
            const made = await addProof(received(document), { suite, ...signedBy(key), ...more });
            if (suite === 'ecdsa-sd-2023') await deriveProof(made, { selectivePointers: pointers });
          } catch (error) {
            expect(error).toBeInstanceOf(EslabonError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('what is disclosed verifies, whichever parts are chosen', async () => {
    const key = await createTestKey('ES256');
    const document = credential2(key.did);
    const pointers = [
      '/id',
      '/issuer/name',
      '/validFrom',
      '/validUntil',
      '/credentialSubject/tin',
      '/type/1',
    ].concat(
      ['address', 'address/city', 'address/streets/1', 'roles', 'roles/0', 'roles/1/code', 'employees'].map(
        (path) => `/credentialSubject/${path}`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.subarray(pointers), fc.subarray(pointers), async (mandatory, selective) => {
        const mandatoryPointers = ['/issuer', ...mandatory];
        const base = await addProof(document, {
          suite: 'ecdsa-sd-2023',
          ...signedBy(key),
          mandatoryPointers,
        });
        const shown = await deriveProof(base, { selectivePointers: selective });
        expect(await verifyProofs(shown, verifyOptions())).toMatchObject({ verified: true, problems: [] });
      }),
      { numRuns: 60 },
    );
  });
});
