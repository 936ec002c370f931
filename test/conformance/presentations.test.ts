import { signCompactJws } from '@eslabon/credentials';
import { addProof, type JsonObject } from '@eslabon/data-integrity';
import { createTestKey, credential2, vcdm2 } from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused, titles } from './refused.js';
import { createHolder, signedOutside, startWorld, type World } from './world.js';

const domain = 'https://verifier.example';

let world: World;
let secured: JsonObject;

beforeAll(async () => {
  world = await startWorld();
  const { credentialSubject } = credential2();
  const validUntil = '2044-01-01T00:00:00Z';
  secured = await world.issued('eddsa-rdfc-2022', { credentialSubject, validUntil });
});

afterAll(() => world.server.stop());

describe('§2 presentations', () => {
  const challenge = 'challenge-of-the-verifier';

  it('“`POST /presentations/verify` `{verifiablePresentation, options: {domain, challenge}}` → 200 / 400.”', async () => {
    const holder = await createHolder();
    const good = await holder.present({
      credentials: [secured, await world.issued('vc-jwt')],
      domain,
      challenge,
    });
    expect(await world.present(good, { domain, challenge })).toMatchObject({
      status: 200,
      json: { verified: true, checks: ['dataModel', 'proof', 'credentials'], errors: [], warnings: [] },
    });
    expect(await world.present(good, { checks: [] })).toMatchObject({
      status: 200,
      json: { verified: true, warnings: [{ title: 'CHALLENGE_MISMATCH' }] },
    });
    const answer = await world.present(good, { domain, challenge: 'another' });
    expect(answer.status).toBe(400);
    expect(titles(answer)).toEqual(['PROOF_CHALLENGE']);
    expectRefused(await world.present(good, { domain: 'https://other.example', challenge }), 'proof');
  });

  it('“Every inner credential is verified too.”', async () => {
    const holder = await createHolder();
    const altered = { ...secured, validFrom: '2023-01-01T00:00:00Z' };
    const { proof: _proof, ...unsigned } = secured;
    const enveloped = await world.issued('vc-jwt');
    for (const wrong of [
      altered,
      unsigned,
      { ...enveloped, id: `${enveloped.id}A` },
      { ...enveloped, id: 'data:x' },
    ]) {
      const presented = await holder.present({ credentials: [secured, wrong], domain, challenge });
      const answer = await world.present(presented, { domain, challenge });
      expectRefused(answer);
      const pointers = (answer.json.problemDetails as JsonObject[]).map(({ pointer }) => String(pointer));
      expect(pointers.every((pointer) => pointer.startsWith('/verifiableCredential/1'))).toBe(true);
    }
  });

  it('“Unsigned, altered, expired inner, replayed → 400.”', async () => {
    const holder = await createHolder();
    const good = await holder.present({ credentials: [secured], domain, challenge });
    const { proof: _proof, ...unsigned } = good;
    expect(await world.present(unsigned, { domain, challenge })).toMatchObject({ status: 400 });
    const other = (await createHolder()).did;
    for (const change of [
      { holder: other },
      { verifiableCredential: [] },
      { id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
    ]) {
      expect(await world.present({ ...good, ...change }, { domain, challenge })).toMatchObject({
        status: 400,
      });
    }
    const old = await signedOutside({ validUntil: '2024-01-02T00:00:00Z' });
    const expired = await holder.present({ credentials: [old], domain, challenge });
    const answer = await world.present(expired, { domain, challenge });
    expect([answer.status, titles(answer)]).toEqual([400, ['EXPIRED']]);

    const issued = String((await world.post('/challenges', '')).json.challenge);
    const fresh = await holder.present({ credentials: [secured], domain, challenge: issued });
    expect(await world.present(fresh, { domain, challenge: issued })).toMatchObject({ status: 200 });
    const again = await world.present(fresh, { domain, challenge: issued });
    expect([again.status, titles(again)]).toEqual([400, ['CHALLENGE_USED']]);
    const never = await holder.present({ credentials: [secured], domain, challenge: `${issued}x` });
    expect(await world.present(never, { domain, challenge: `${issued}x` })).toMatchObject({ status: 400 });
  });

  it('a challenge that a bad presentation named is used up too', async () => {
    const holder = await createHolder();
    const issued = String((await world.post('/challenges', '')).json.challenge);
    const good = await holder.present({ credentials: [secured], domain, challenge: issued });
    expect(await world.present({ ...good, holder: 'did:e:1' }, { domain, challenge: issued })).toMatchObject({
      status: 400,
    });
    expect(await world.present(good, { domain, challenge: issued })).toMatchObject({ status: 400 });
  });

  it.each<[string, (holder: Awaited<ReturnType<typeof createHolder>>) => Promise<unknown>]>([
    [
      'for another purpose',
      async (holder) =>
        addProof(
          {
            '@context': [vcdm2],
            type: ['VerifiablePresentation'],
            holder: holder.did,
            verifiableCredential: [secured],
          },
          {
            ...{
              suite: 'eddsa-rdfc-2022',
              signer: holder.signer,
              verificationMethod: holder.verificationMethod,
            },
            ...{ created: '2026-01-01T00:00:00Z', domain, challenge },
          },
        ),
    ],
    [
      'of another holder',
      (holder) =>
        holder.present({
          credentials: [secured],
          domain,
          challenge,
          members: { holder: 'did:example:other' },
        }),
    ],
    [
      'of too many credentials',
      async (holder) =>
        holder.present({ credentials: Array(21).fill(await world.issued('vc-jwt')), domain, challenge }),
    ],
    [
      'with a text for a credential',
      (holder) =>
        holder.present({
          suite: 'eddsa-jcs-2022',
          credentials: ['eyJhbGciOiJFUzI1NiJ9.e30.AAAA'],
          domain,
          challenge,
        }),
    ],
    ['that is a text', async () => 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA'],
    ['that is null', async () => null],
    ['that is a credential', async () => secured],
  ])('refuses a presentation %s', async (_what, make) => {
    expectRefused(await world.present(await make(await createHolder()), { domain, challenge }));
  });

  it('“Enveloped presentations (`vp+jwt`) likewise.”', async () => {
    const key = await createTestKey('ES256');
    const enveloped = await world.issued('vc-jwt');
    const present = async (claims: object = {}, header: object = {}) => ({
      '@context': vcdm2,
      id: `data:application/vp+jwt,${await signCompactJws(
        { alg: 'ES256', kid: key.verificationMethod, typ: 'vp+jwt', ...header },
        {
          '@context': [vcdm2],
          type: ['VerifiablePresentation'],
          holder: key.did,
          verifiableCredential: [enveloped],
          ...{ aud: domain, nonce: challenge },
          ...claims,
        },
        key.signer.sign,
      )}`,
      type: 'EnvelopedVerifiablePresentation',
    });
    const options = { domain, challenge };
    expect(await world.present(await present(), options)).toMatchObject({ status: 200 });
    const old = await world.issued('vc-jwt', { validUntil: '2024-01-02T00:00:00Z' });
    const wrong: [object, object?][] = [
      [{ nonce: 'another' }],
      [{ nonce: undefined }],
      [{ aud: 'https://other.example' }],
      [{ aud: undefined }],
      [{ aud: [domain, 'https://other.example'] }],
      [{ exp: 1_700_000_000 }],
      [{ vp: {} }],
      [{ holder: 'did:example:other' }],
      [{ verifiableCredential: [{ ...enveloped, id: `${enveloped.id}A` }] }],
      [{ verifiableCredential: [old] }],
      [{ verifiableCredential: [secured.id] }],
      [{}, { typ: 'vc+jwt' }],
      [{}, { kid: undefined }],
    ];
    for (const [claims, header] of wrong)
      expectRefused(await world.present(await present(claims, header), options));
    const good = await present();
    expectRefused(await world.present({ ...good, id: `${good.id.slice(0, -4)}AAAA` }, options));
    expectRefused(await world.present({ ...good, holder: key.did }, options));
  });
});
