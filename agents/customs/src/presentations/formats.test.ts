import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createDelegatedPresentation, createDelegation, createVpJwt } from '@eslabon/credentials';
import { addProof } from '@eslabon/data-integrity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerWith,
  askSample,
  createTestKey,
  expectRefused,
  fetchRequestObject,
  type HeldCertificate,
  holdSample,
  issueSample,
  type ReadRequest,
  recognise,
  signJwt,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

type Json = Record<string, unknown>;

const now = () => Math.floor(Date.now() / 1000);
const year = 365 * 86_400;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico);
});

afterAll(() => network.stop());

async function ask(changes: Json = {}) {
  const session = await askSample(mexico, changes);
  const read = () => mexico.as('verifier').getPresentation({ params: { id: session.id } });
  return { request: await fetchRequestObject(session), read };
}

describe('jwt_vc_json', () => {
  let held: HeldCertificate;

  beforeAll(async () => {
    held = await holdSample(peru, 'aeo-certificate-jwt', { tradeName: 'Norte' });
  });

  const present = ({ claims }: ReadRequest, key: TestKey, changes: Json = {}) =>
    createVpJwt({
      ...{ holder: key.did, kid: `${key.did}#0`, algorithm: key.alg, credentials: [held.credential] },
      ...{ audience: claims.client_id, nonce: claims.nonce, issuedAt: now(), sign: key.sign },
      ...changes,
    });

  it('as vp+jwt of VCDM 2.0: RECOGNISED, with what the certificate says', async () => {
    const { request, read } = await ask();
    const answer = await answerWith(request, { certificate_jwt: [await present(request, held.key)] });
    expect(answer).toMatchObject({ status: 200 });
    const { verdict, disclosed } = await read();
    expect(verdict?.verdict).toBe('RECOGNISED');
    expect(disclosed).toEqual(['tradeName']);
  });

  it.each<[string, Json, string]>([
    ['wrong aud', { audience: 'https://other.example' }, 'PRESENTATION_FOR_ANOTHER'],
    ['wrong nonce', { nonce: 'other' }, 'PRESENTATION_REPLAYED'],
    ['iat a year ago', { issuedAt: now() - year }, 'PRESENTATION_OUT_OF_DATE'],
    ['iat in a year', { issuedAt: now() + year }, 'PRESENTATION_OUT_OF_DATE'],
    ['an exp that is over', { expiresAt: now() - 3600 }, 'PRESENTATION_OUT_OF_DATE'],
  ])('rejects %s', async (_, changes, code) => {
    const { request, read } = await ask();
    const token = await present(request, held.key, changes);
    expectRefused(await answerWith(request, { certificate_jwt: [token] }), 'invalid_request');
    expect((await read()).refusals).toMatchObject([{ code }]);
  });

  it('rejects the wrong holder, a certificate as it is, and one under the id of another form', async () => {
    const { request, read } = await ask();
    const stolen = await present(request, createTestKey());
    expectRefused(await answerWith(request, { certificate_jwt: [stolen] }), 'invalid_request');
    expectRefused(await answerWith(request, { certificate_jwt: [held.credential] }), 'invalid_request');
    const good = await present(request, held.key);
    for (const id of ['certificate', 'delegation', 'certificate_ldp']) {
      expectRefused(await answerWith(request, { [id]: [good] }), 'invalid_request');
    }
    const codes = (await read()).refusals.map(({ code }) => code);
    expect(codes.slice(0, 2)).toEqual(['HOLDER_NOT_SUBJECT', 'NOT_PRESENTED_BY_HOLDER']);
    expect(codes.slice(2, 4)).toEqual(['ANSWER_NOT_ASKED_FOR', 'ANSWER_NOT_ASKED_FOR']);
    expect(codes).toHaveLength(5);
  });

  it('rejects a holder whose key cannot be looked up here: neither key, nor verifier, nor nonce were proven', async () => {
    const { request, read } = await ask();
    const thief = createTestKey();
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' });
    const jwk = Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))).toString('base64url');
    for (const holder of ['did:web:other.example', `did:jwk:${jwk}`]) {
      const stolen = await present(request, thief, { holder, kid: `${holder}#0`, audience: 'x', nonce: 'x' });
      expectRefused(await answerWith(request, { certificate_jwt: [stolen] }), 'invalid_request');
    }
    const { state, refusals } = await read();
    expect({ state, codes: refusals.map(({ code }) => code) }).toEqual({
      state: 'fetched',
      codes: ['HOLDER_METHOD_UNSUPPORTED', 'HOLDER_METHOD_UNSUPPORTED'],
    });
    const right = await present(request, held.key);
    expect((await answerWith(request, { certificate_jwt: [right] })).status).toBe(200);
  });

  it('rejects a certificate that names no holder: whoever has it could present it', async () => {
    const { id } = await issueSample(peru);
    const bytes = await peru.as('auditor').getCredential({ params: { id }, query: {} });
    const credential = new TextDecoder().decode(bytes);
    const { request, read } = await ask();
    const token = await present(request, held.key, { credentials: [credential] });
    expectRefused(await answerWith(request, { certificate_jwt: [token] }), 'invalid_request');
    expect((await read()).refusals).toMatchObject([{ code: 'HOLDER_NOT_BOUND' }]);
  });
});

describe('ldp_vc', () => {
  let held: HeldCertificate<Json>;

  beforeAll(async () => {
    held = await holdSample<Json>(peru, 'aeo-certificate-ldp');
  });

  async function present(
    { claims }: ReadRequest,
    key: TestKey,
    changes: Json = {},
    credential = held.credential,
  ) {
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: key.did,
      verifiableCredential: [credential],
    };
    return addProof(presentation, {
      ...{ suite: 'ecdsa-rdfc-2019', verificationMethod: `${key.did}#0`, purpose: 'authentication' },
      signer: { algorithm: 'ES256', sign: key.sign },
      created: `${new Date().toISOString().slice(0, 19)}Z`,
      domain: claims.client_id,
      challenge: claims.nonce,
      ...changes,
    } as never);
  }

  it.each(['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'])(
    'by %s: RECOGNISED, with the holder proven',
    async (suite) => {
      const { request, read } = await ask();
      const answer = await answerWith(request, {
        certificate_ldp: [await present(request, held.key, { suite })],
      });
      expect(answer).toMatchObject({ status: 200 });
      const { verdict } = await read();
      expect(verdict?.verdict).toBe('RECOGNISED');
      expect(verdict?.checks.find(({ id }) => id === 'holder')).toMatchObject({ code: 'HOLDER_PROVEN' });
      expect(verdict?.checks.find(({ id }) => id === 'format')?.evidence).toMatchObject({ format: 'ldp_vc' });
    },
  );

  it.each<[string, Json, string]>([
    ['wrong domain', { domain: 'https://other.example' }, 'PRESENTATION_FOR_ANOTHER'],
    ['wrong challenge', { challenge: 'other' }, 'PRESENTATION_REPLAYED'],
    ['no challenge', { challenge: undefined }, 'PRESENTATION_REPLAYED'],
    ['created a year ago', { created: '2020-01-01T00:00:00Z' }, 'PRESENTATION_OUT_OF_DATE'],
    ['a proof for another purpose', { purpose: 'assertionMethod' }, 'CREDENTIAL_REFUSED'],
  ])('rejects %s', async (_, changes, code) => {
    const { request, read } = await ask();
    const presented = await present(request, held.key, changes);
    expectRefused(await answerWith(request, { certificate_ldp: [presented] }), 'invalid_request');
    expect((await read()).refusals).toMatchObject([{ code }]);
  });

  it('rejects a proof by a key that cannot be looked up here, whoever may have made it', async () => {
    const { request, read } = await ask();
    const { holder: _, ...right } = await present(request, held.key);
    const proof = { ...(right.proof as Json), verificationMethod: 'did:web:other.example#key' };
    expectRefused(await answerWith(request, { certificate_ldp: [{ ...right, proof }] }), 'invalid_request');
    expect(await read()).toMatchObject({
      state: 'fetched',
      refusals: [{ code: 'HOLDER_METHOD_UNSUPPORTED' }],
    });
  });

  it('rejects the wrong holder, and tampered certificates and presentations', async () => {
    const { request, read } = await ask();
    const subject = held.credential.credentialSubject as Json;
    const altered = { ...held.credential, credentialSubject: { ...subject, legalName: 'Otra S.A.' } };
    const right = await present(request, held.key);
    const answers = [
      await present(request, createTestKey()),
      await present(request, held.key, {}, altered),
      { ...right, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
      'text',
    ];
    for (const presented of answers) {
      expectRefused(await answerWith(request, { certificate_ldp: [presented] }), 'invalid_request');
    }
    const codes = (await read()).refusals.map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(['HOLDER_NOT_SUBJECT', 'SIGNATURE_INVALID', 'HOLDER_NOT_PROVEN']);
    expect((await answerWith(request, { certificate_ldp: [right] })).status).toBe(200);
  });
});

describe('delegation', () => {
  let held: HeldCertificate;
  const driver = createTestKey();
  const consignment = { kind: 'consignment', reference: 'MSCU1234567' };

  beforeAll(async () => {
    held = await holdSample(peru, 'aeo-certificate-jwt');
  });

  const delegate = (changes: Json = {}, key = held.key) =>
    createDelegation({
      ...{ id: `urn:uuid:${randomUUID()}`, company: key.did, delegate: driver.did },
      ...{ certificate: held.credential, purposes: ['consignment'], references: ['MSCU1234567'] },
      ...{ validFrom: now() - 60, validUntil: now() + 3600, issuedAt: now(), sign: key.sign },
      ...changes,
    } as never);

  const present = ({ claims }: ReadRequest, delegation: string, key = driver) =>
    createDelegatedPresentation({
      ...{ delegation, audience: claims.client_id, nonce: claims.nonce, issuedAt: now(), sign: key.sign },
    });

  it('a driver presents the certificate of the company for its consignment: RECOGNISED, with who it was', async () => {
    const { request, read } = await ask({ purpose: consignment });
    const token = await present(request, await delegate());
    expect(await answerWith(request, { delegation: [token] })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({
      verdict: { verdict: 'RECOGNISED' },
      delegate: { did: driver.did, purposes: ['consignment'], references: ['MSCU1234567'] },
    });
  });

  it.each<[string, Json, Json, string]>([
    ['out-of-purpose: for the counter', {}, { purpose: { kind: 'counter' } }, 'DISCLOSED_TOO_LITTLE'],
    ['out-of-purpose: for another consignment', { references: ['OTHER'] }, {}, 'DELEGATION_OUT_OF_PURPOSE'],
    ['expired', { validFrom: now() - 7200, validUntil: now() - 3600 }, {}, 'DELEGATION_EXPIRED'],
    ['not yet valid', { validFrom: now() + 3600, validUntil: now() + 7200 }, {}, 'DELEGATION_NOT_YET_VALID'],
    [
      'with a certificate of another type than was asked for',
      {},
      { types: ['full'] },
      'DISCLOSED_TOO_LITTLE',
    ],
    ['signed by another key than the company’s', { sign: createTestKey().sign }, {}, 'DELEGATION_SIGNATURE'],
  ])('rejects one %s', async (_, changes, asked, code) => {
    const { request, read } = await ask({ purpose: consignment, ...asked });
    const token = await present(request, await delegate(changes));
    expectRefused(await answerWith(request, { delegation: [token] }), 'invalid_request');
    expect((await read()).refusals).toMatchObject([{ code }]);
  });

  it('rejects one that another driver presents', async () => {
    const { request, read } = await ask({ purpose: consignment });
    const other = createTestKey();
    const token = await present(request, await delegate());
    const [header = '', payload = ''] = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    const claims = JSON.parse(payload);
    const stolen = await signJwt(
      other,
      { ...JSON.parse(header), kid: `${other.did}#0` },
      { ...claims, holder: other.did, iss: other.did },
    );
    expectRefused(await answerWith(request, { delegation: [stolen] }), 'invalid_request');
    expect((await read()).refusals).toMatchObject([{ code: 'HOLDER_NOT_DELEGATE' }]);
  });
});
