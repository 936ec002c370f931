import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import * as vc from '@digitalbazaar/vc';
import { addProof, type JsonObject } from '@eslabon/data-integrity';
import {
  createTestKey,
  credential1,
  credential2,
  documentLoader,
  examples,
  rejectedProofs,
  vcdm2,
} from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused, titles } from './refused.js';
import { credentialOf, everyProfile, startWorld, type World, wholeProfiles } from './world.js';

let world: World;
let secured: JsonObject;
let proof: JsonObject;

beforeAll(async () => {
  world = await startWorld();
  const { credentialSubject } = credential2();
  const validUntil = '2044-01-01T00:00:00Z';
  secured = await world.issued('eddsa-rdfc-2022', { credentialSubject, validUntil });
  proof = secured.proof as JsonObject;
});

afterAll(() => world.server.stop());

describe('§2 credentials: “Reject: proof missing, null, not an object, unknown or missing type, missing `verificationMethod`/`created`/`proofPurpose`/`proofValue`, wrong purpose, unknown cryptosuite, no multibase header, anything altered or added after signing, a VC given as a string where an object is due, base proofs of sd suites, unknown or malformed contexts.”', () => {
  it.each(everyProfile.filter((profile) => profile !== 'ecdsa-sd-2023'))(
    '“`POST /credentials/verify` `{verifiableCredential, options?: {checks?: ["proof", …]}}` → 200 `{"verified": true, …}` with no non-empty `errors`; failure is 400 or 422 with the failed checks, never 200 with `verified: false`, never 500.”: %s',
    async (profile) => {
      const good = await world.issued(profile);
      for (const options of [
        undefined,
        {},
        { checks: [] },
        { checks: ['proof'] },
        { checks: ['proof', 'credentialStatus'] },
      ]) {
        const { status, json } = await world.verify(good, options);
        expect([status, json]).toEqual([
          200,
          {
            verified: true,
            checks: expect.arrayContaining(['dataModel', 'proof', 'validity']),
            warnings: [],
            errors: [],
          },
        ]);
      }
      const altered = profile === 'vc-jwt' ? { ...good, id: `${good.id}A` } : { ...good, name: 'altered' };
      expectRefused(await world.verify(altered), 'proof');
    },
  );

  it.each(rejectedProofs)('“Reject: … %s”', async (_quote, change) => {
    expectRefused(await world.verify(change(secured, proof)), 'proof');
  });

  it.each(wholeProfiles)('“Reject: … anything altered or added after signing”: %s', async (profile) => {
    const good = await world.issued(profile);
    const changes: JsonObject[] = [
      { id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
      { validFrom: '2023-01-01T00:00:00Z' },
      { issuer: await world.issuerOf('ecdsa-sd-2023') },
      { credentialSubject: { ...(good.credentialSubject as JsonObject), tin: 'PE20100070971' } },
      { credentialSubject: { ...(good.credentialSubject as JsonObject), added: 1 } },
      { added: 'https://e.example/' },
      { type: ['VerifiableCredential'] },
      { '@context': [vcdm2, examples, { later: 'https://e.example/later' }], later: 'x' },
    ];
    for (const change of changes) expectRefused(await world.verify({ ...good, ...change }));
  });

  it.each<[string, () => unknown]>([
    ['a JWT', async () => String((await world.issued('vc-jwt')).id).split(',')[1]],
    ['JSON in a text', () => JSON.stringify(secured)],
    ['an empty text', () => ''],
    ['null', () => null],
    ['a number', () => 7],
    ['a list', () => [secured]],
  ])('“Reject: … a VC given as a string where an object is due”: %s', async (_what, make) => {
    expectRefused(await world.verify(await make()));
  });

  it('“Reject: … base proofs of sd suites”; what a holder derives of one verifies', async () => {
    const base = await world.issued('ecdsa-sd-2023', {}, { mandatoryPointers: ['/issuer'] });
    const answer = await world.verify(base);
    expectRefused(answer, 'proof');
    expect(titles(answer)).toEqual(['PROOF_VALUE_BASE']);
    const options = { selectivePointers: ['/credentialSubject/tin'] };
    const { status, json } = await world.post('/credentials/derive', { verifiableCredential: base, options });
    expect(status).toBe(201);
    const derived = json.verifiableCredential as JsonObject;
    expect(derived.credentialSubject).toEqual({ id: 'did:example:operator', tin: 'PE20100070970' });
    for (const wrong of [secured, derived, {}, null]) {
      const refused = await world.post('/credentials/derive', { verifiableCredential: wrong, options });
      expect(refused).toMatchObject({ status: 400, json: { code: 'CREDENTIAL_REFUSED' } });
    }
    expect(await world.verify(derived)).toMatchObject({ status: 200 });
    expectRefused(await world.verify({ ...derived, validFrom: '2023-01-01T00:00:00Z' }));
  });

  it.each<[string, unknown]>([
    ['unknown', [vcdm2, 'https://e.example/v1']],
    ['malformed', [vcdm2, 7]],
    ['missing', undefined],
    ['null', null],
    ['an empty list', []],
  ])('“Reject: … unknown or malformed contexts”: %s', async (_what, context) => {
    expectRefused(await world.verify({ ...secured, '@context': context }));
  });

  it('“Proof sets and `previousProof` chains (string and array) verify; a missing or failing previous proof fails.”', async () => {
    const [first, second] = [await createTestKey('EdDSA'), await createTestKey('ES256')];
    const add = (document: JsonObject, key: typeof first, more: object) =>
      addProof(document, {
        suite: key.signer.algorithm === 'EdDSA' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
        ...{
          signer: key.signer,
          verificationMethod: key.verificationMethod,
          created: '2026-01-01T00:00:00Z',
        },
        ...more,
      });
    const id = 'urn:uuid:6f1d2f5e-5c0a-4a52-8f0e-9a3e4f0f3d12';
    const once = await add(credentialOf(first.did), first, { id });
    expect(await world.verify(await add(once, second, {}))).toMatchObject({ status: 200 });
    for (const previousProof of [id, [id]]) {
      const chain = await add(once, second, { previousProof });
      expect(await world.verify(chain)).toMatchObject({ status: 200 });
      const proofs = chain.proof as JsonObject[];
      const last = proofs[1] as JsonObject;
      expectRefused(await world.verify({ ...chain, proof: last }), 'proof');
      expectRefused(
        await world.verify({ ...chain, proof: [{ ...proofs[0], created: '2025-01-01T00:00:00Z' }, last] }),
      );
      expectRefused(
        await world.verify({ ...chain, proof: [proofs[0], { ...last, previousProof: 'urn:none' }] }),
      );
    }
  });

  it('“`Ed25519Signature2020` verifies (legacy, verify only).”', async () => {
    const key = await createTestKey('EdDSA');
    const exported = await key.library.export({ publicKey: true, secretKey: true, raw: false });
    const pair = await Ed25519VerificationKey2020.from({
      ...exported,
      type: 'Ed25519VerificationKey2020',
      privateKeyMultibase: exported.secretKeyMultibase,
      controller: key.did,
    });
    const suite = new Ed25519Signature2020({ key: pair, date: '2026-01-01T00:00:00Z' });
    const context = [
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ];
    const credential = { ...credential1(key.did), '@context': context, credentialSubject: { id: 'did:e:1' } };
    const issued = await vc.issue({ credential, suite, documentLoader });
    expect(await world.verify(issued)).toMatchObject({ status: 200 });
    expectRefused(await world.verify({ ...issued, credentialSubject: { id: 'did:e:2' } }), 'proof');
  });

  it('“A credential whose `issuer` does not control the signing key is refused.”', async () => {
    const [issuer, thief] = [await createTestKey('EdDSA'), await createTestKey('EdDSA')];
    const stolen = await addProof(credentialOf(issuer.did), {
      ...{ suite: 'eddsa-rdfc-2022', signer: thief.signer, verificationMethod: thief.verificationMethod },
      created: '2026-01-01T00:00:00Z',
    });
    const answer = await world.verify(stolen);
    expectRefused(answer, 'proof');
    expect(titles(answer)).toEqual(['CONTROLLER_MISMATCH']);
  });

  it.each<[string, JsonObject, string]>([
    ['not yet valid', { validFrom: '2044-01-01T00:00:00Z' }, 'NOT_YET_VALID'],
    ['expired', { validUntil: '2024-01-02T00:00:00Z' }, 'EXPIRED'],
  ])('refuses a credential that is %s, whichever checks are asked for', async (_what, members, code) => {
    for (const profile of ['eddsa-jcs-2022', 'vc-jwt'] as const) {
      const answer = await world.verify(await world.issued(profile, members), { checks: ['proof'] });
      expectRefused(answer, 'validity');
      expect(titles(answer)).toEqual([code]);
    }
  });
});
