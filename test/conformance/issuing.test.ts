import type { JsonObject } from '@eslabon/data-integrity';
import { credential1, examples, vcdm2 } from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import { credentialOf, dataIntegrityProfiles, everyProfile, startWorld, type World } from './world.js';

const dataIntegrity = 'https://w3id.org/security/data-integrity/v2';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.server.stop());

const proofOf = (credential: JsonObject) => credential.proof as JsonObject;

describe('§1 issuing', () => {
  it.each<[string, JsonObject | undefined]>([
    ['options absent', undefined],
    ['`{}`', {}],
    ['`{mandatoryPointers:[…]}`', { mandatoryPointers: ['/issuer'] }],
  ])(
    '“`POST /issuers/{profile}/credentials/issue` `{credential, options?}`; options absent, `{}` or `{mandatoryPointers:[…]}`.”: %s',
    async (_what, options) => {
      for (const profile of everyProfile) {
        expect(await world.issue(profile, {}, options)).toMatchObject({ status: 201 });
      }
    },
  );

  it.each(everyProfile.filter((profile) => profile !== 'vc-jwt'))(
    '“201 `{"verifiableCredential": …}`; every input member is kept.”: %s',
    async (profile) => {
      const members = {
        name: 'Certificate',
        description: { '@value': 'Certificado', '@language': 'es' },
        evidence: [{ type: 'ExampleEvidence', id: 'https://e.example/1' }],
        termsOfUse: { type: 'ExampleTerms' },
        credentialSubject: [
          { id: 'did:example:a', n: 1, b: false, l: [1, 'a'] },
          { other: { deep: { er: 'x' } } },
        ],
        exampleMember: { a: 'b' },
      };
      const issuer = await world.issuerOf(profile);
      const credential = credentialOf(issuer, members);
      const { status, json } = await world.post(`/issuers/${profile}/credentials/issue`, { credential });
      expect(status).toBe(201);
      const { proof: _proof, credentialStatus, ...rest } = json.verifiableCredential as JsonObject;
      expect(rest).toEqual(credential);
      expect(credentialStatus !== undefined).toBe(profile === 'bitstring-status-list');
    },
  );

  it.each<[string, unknown]>([
    ['no body', ''],
    ['no JSON', '{"credential":'],
    ['a list', []],
    ['an empty object', {}],
    ['no object', { credential: 'x' }],
    ['null', { credential: null }],
    ['a secured credential as text', { credential: 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA' }],
    ['options that are none', { credential: {}, options: [] }],
    ['an unknown option', { credential: {}, options: { proofPurpose: 'authentication' } }],
    ['pointers that are none', { credential: {}, options: { mandatoryPointers: [7] } }],
    ['too many pointers', { credential: {}, options: { mandatoryPointers: Array(257).fill('/issuer') } }],
  ])('“Invalid input: 400 or 422.”: %s', async (_what, body) => {
    for (const profile of everyProfile) {
      const { status } = await world.post(`/issuers/${profile}/credentials/issue`, body);
      expect([400, 422]).toContain(status);
    }
  });

  it.each(everyProfile)('“Accept credentials without `id`.”: %s', async (profile) => {
    expect(await world.issue(profile, { id: undefined })).toMatchObject({ status: 201 });
  });

  it.each(dataIntegrityProfiles)(
    '“Accept VCDM 1.1 input (`https://www.w3.org/2018/credentials/v1`, `issuanceDate`, `expirationDate`) for the Data Integrity profiles and append `https://w3id.org/security/data-integrity/v2` to its `@context`.”: %s',
    async (profile) => {
      const issuer = await world.issuerOf(profile);
      const credential = credential1(issuer, { expirationDate: '2044-01-01T00:00:00Z' });
      const { status, json } = await world.post(`/issuers/${profile}/credentials/issue`, { credential });
      expect(status).toBe(201);
      const secured = json.verifiableCredential as JsonObject;
      expect(secured).toMatchObject({
        ...credential,
        '@context': [...(credential['@context'] as string[]), dataIntegrity],
      });
      if (profile !== 'ecdsa-sd-2023') expect(await world.verify(secured)).toMatchObject({ status: 200 });
    },
  );

  it.each<[string, JsonObject, string]>([
    [
      'an unknown type',
      {
        '@context': [vcdm2],
        type: ['VerifiableCredential', 'UnknownType'],
        credentialSubject: { id: 'did:e:1' },
      },
      'TYPE_UNDEFINED',
    ],
    [
      'an undefined term',
      { '@context': [vcdm2], type: ['VerifiableCredential'], unknownTerm: 1 },
      'TERM_UNDEFINED',
    ],
    [
      'an undefined term in depth',
      {
        '@context': [vcdm2],
        type: ['VerifiableCredential'],
        credentialSubject: { id: 'did:e:1', unknownTerm: 1 },
      },
      'TERM_UNDEFINED',
    ],
  ])('“Safe JSON-LD: unknown types and undefined terms are errors.”: %s', async (_what, members, code) => {
    for (const profile of everyProfile) {
      const { status, json } = await world.issue(profile, members);
      expect([status, (json.problemDetails as JsonObject[])[0]?.title]).toEqual([400, code]);
    }
  });

  it('“Contexts come from the package, never from the network.”', async () => {
    const unknown = `${world.server.localUrl}/contexts/aeo/v1`;
    const { status, json } = await world.issue('eddsa-rdfc-2022', { '@context': [vcdm2, unknown] });
    expect([status, (json.problemDetails as JsonObject[])[0]?.title]).toEqual([400, 'CONTEXT_UNKNOWN']);
  });

  it.each(dataIntegrityProfiles)(
    '“Proof: `DataIntegrityProof`, `created`, `verificationMethod` with fragment, `proofPurpose: assertionMethod`, `proofValue` multibase `z` (`u` for sd).”: %s',
    async (profile) => {
      const did = await world.issuerOf(profile);
      const before = Date.now() - 1000;
      const { type, cryptosuite, created, verificationMethod, proofPurpose, proofValue, ...more } = proofOf(
        await world.issued(profile),
      );
      expect({ type, verificationMethod, proofPurpose }).toEqual({
        type: 'DataIntegrityProof',
        verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
        proofPurpose: 'assertionMethod',
      });
      expect(profile.startsWith(String(cryptosuite))).toBe(true);
      expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Date.parse(String(created))).toBeGreaterThanOrEqual(before);
      expect(String(proofValue)[0]).toBe(profile === 'ecdsa-sd-2023' ? 'u' : 'z');
      expect(Object.keys(more)).toEqual(profile.includes('jcs') ? ['@context'] : []);
    },
  );

  it.each(['eddsa-jcs-2022', 'ecdsa-jcs-2019-p256', 'ecdsa-jcs-2019-p384'])(
    '“jcs: `proof["@context"]` equals the document\'s.”: %s',
    async (profile) => {
      const inline = { '@context': [vcdm2, examples, { more: 'https://e.example/more' }] };
      const secured = await world.issued(profile, inline);
      expect(proofOf(secured)['@context']).toEqual(secured['@context']);
    },
  );

  it('“ecdsa-sd: mandatory pointers element always present, a pointer that hits nothing is an error.”', async () => {
    const pointersOf = (secured: JsonObject) => {
      const bytes = Buffer.from(String(proofOf(secured).proofValue).slice(1), 'base64url');
      return decode(bytes.subarray(3)) as unknown[];
    };
    expect(pointersOf(await world.issued('ecdsa-sd-2023'))[4]).toEqual([]);
    const mandatoryPointers = ['/issuer', '/credentialSubject/tin'];
    expect(pointersOf(await world.issued('ecdsa-sd-2023', {}, { mandatoryPointers }))[4]).toEqual(
      mandatoryPointers,
    );
    for (const pointer of ['/credentialSubject/none', '/credentialSubject/roles/1', 'issuer', '/~2']) {
      const { status } = await world.issue('ecdsa-sd-2023', {}, { mandatoryPointers: ['/issuer', pointer] });
      expect([pointer, status]).toEqual([pointer, 400]);
    }
  });

  it('“`vc-jwt`: an `EnvelopedVerifiableCredential` with `id: "data:application/vc+jwt,…"`.”', async () => {
    const enveloped = await world.issued('vc-jwt');
    expect(enveloped).toEqual({
      '@context': vcdm2,
      id: expect.stringMatching(/^data:application\/vc\+jwt,[\w-]+\.[\w-]+\.[\w-]+$/),
      type: 'EnvelopedVerifiableCredential',
    });
    const [header = '', payload = ''] = String(enveloped.id).split(',')[1]?.split('.') ?? [];
    const did = await world.issuerOf('vc-jwt');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      ...{ alg: 'ES256', kid: `${did}#delegate-1`, typ: 'vc+jwt', cty: 'vc' },
    });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ issuer: did });
  });

  it('“`bitstring-status-list`: the issuer adds `credentialStatus`; `statusListCredential` is an absolute https URL under the configured public base URL and already resolves to a credential whose `issuer` is a string.”', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 3; count++) {
      const entries = (await world.issued('bitstring-status-list')).credentialStatus as JsonObject[];
      expect(entries.map(({ statusPurpose }) => statusPurpose)).toEqual(['revocation', 'suspension']);
      for (const { statusListCredential: url, statusListIndex, type } of entries) {
        expect(type).toBe('BitstringStatusListEntry');
        expect(statusListIndex).toMatch(/^\d+$/);
        expect(String(url).startsWith(`${world.server.url}/`)).toBe(true);
        expect(url).toMatch(/^https:/);
        const { status, json } = await world.get(String(url));
        expect([status, json.id, typeof json.issuer]).toEqual([200, url, 'string']);
        seen.add(`${url}#${statusListIndex}`);
      }
    }
    expect(seen.size).toBe(6);
  });

  it('“An unknown member beside `credential` and `options` is a 400.”', async () => {
    for (const profile of everyProfile) {
      const credential = credentialOf(await world.issuerOf(profile));
      const answer = await world.post(`/issuers/${profile}/credentials/issue`, { credential, extra: 1 });
      expect(answer).toMatchObject({ status: 400, json: { code: 'INPUT_INVALID' } });
    }
  });

  it('“Leave `statusSize` and `statusMessage` out.”', async () => {
    for (const entry of (await world.issued('bitstring-status-list')).credentialStatus as JsonObject[]) {
      expect(Object.keys(entry).sort()).toEqual([
        ...['statusListCredential', 'statusListIndex', 'statusPurpose', 'type'],
      ]);
    }
  });

  it('refuses to issue as somebody else', async () => {
    const other = await world.issuerOf('eddsa-jcs-2022');
    for (const issuer of [other, { id: other, name: 'x' }]) {
      const { status, json } = await world.issue('eddsa-rdfc-2022', { issuer });
      expect([status, (json.problemDetails as JsonObject[])[0]?.title]).toEqual([400, 'ISSUER_OTHER']);
    }
    const own = await world.issuerOf('eddsa-rdfc-2022');
    expect(await world.issue('eddsa-rdfc-2022', { issuer: { id: own, name: 'x' } })).toMatchObject({
      status: 201,
    });
  });
});
