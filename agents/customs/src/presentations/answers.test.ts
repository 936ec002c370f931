import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerWith,
  askSample,
  type BindingChanges,
  bindSdJwt,
  createTestKey,
  expectRefused,
  fetchRequestObject,
  type HeldCertificate,
  holdSample,
  recognise,
  signJwt,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let held: HeldCertificate;
/** Tests shift the clock of the agents, and put it back. */
let shift = 0;

const modes = ['direct_post', 'direct_post.jwt'] as const;
const year = 365 * 86_400;
const now = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  const clock = () => new Date(Date.now() + shift);
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico);
  held = await holdSample(peru, 'aeo-certificate-sd-jwt', {
    tradeName: 'Norte Export',
    programme: 'OEA',
    address: { street: 'Av. Principal 1', country: 'PE' },
  });
});

afterAll(() => network.stop());

const read = (id: string) => mexico.as('verifier').getPresentation({ params: { id } });

/** Presents the certificate for a new request, with the changes of a test. */
async function present(changes: BindingChanges = {}, asked: object = {}, key = held.key) {
  const session = await askSample(mexico, { ...asked });
  const request = await fetchRequestObject(session);
  const bound = await bindSdJwt(held.credential, key, request, changes);
  return { session, request, bound, answer: await answerWith(request, { certificate: [bound] }) };
}

describe.each(modes)('`%s`', (responseMode) => {
  it('an answer that is right gets the verdict of this authority, with the holder proven', async () => {
    const { session, answer } = await present({}, { responseMode });
    expect(answer).toMatchObject({ status: 200, json: {} });
    const kept = await read(session.id);
    expect(kept).toMatchObject({
      state: 'answered',
      verdict: { verdict: 'RECOGNISED', as: 'MX', certificate: { issuer: { country: 'PE' } } },
      disclosed: [],
      refusals: [],
    });
    expect(kept.verdict?.checks.find(({ id }) => id === 'holder')).toMatchObject({
      code: 'HOLDER_PROVEN',
    });
  });

  it.each<[string, BindingChanges, string]>([
    [
      'wrong aud',
      { claims: { aud: 'decentralized_identifier:did:web:other.example' } },
      'PRESENTATION_FOR_ANOTHER',
    ],
    [
      'aud without the prefix of the client',
      { claims: { aud: 'did:ethr:0x1:0x1' } },
      'PRESENTATION_FOR_ANOTHER',
    ],
    ['wrong nonce', { claims: { nonce: 'another' } }, 'PRESENTATION_REPLAYED'],
    ['wrong sd_hash', { claims: { sd_hash: 'AAAA' } }, 'CREDENTIAL_KEY_BINDING'],
    ['key-binding iat a year ago', { claims: { iat: now() - year } }, 'PRESENTATION_OUT_OF_DATE'],
    ['key-binding iat in a year', { claims: { iat: now() + year } }, 'PRESENTATION_OUT_OF_DATE'],
    ['key binding of another typ', { header: { typ: 'JWT' } }, 'CREDENTIAL_MALFORMED'],
    ['no nonce', { claims: { nonce: undefined } }, 'CREDENTIAL_MALFORMED'],
    ['no aud', { claims: { aud: undefined } }, 'CREDENTIAL_MALFORMED'],
    ['no iat', { claims: { iat: undefined } }, 'CREDENTIAL_MALFORMED'],
  ])('rejects %s, notes it, and takes the right answer after it', async (_, changes, code) => {
    const { session, request, answer } = await present(changes, { responseMode });
    expectRefused(answer, 'invalid_request');
    expect(await read(session.id)).toMatchObject({
      state: 'fetched',
      refusals: [{ code, detail: expect.stringMatching(/\.$/) }],
    });
    const right = await bindSdJwt(held.credential, held.key, request);
    expect((await answerWith(request, { certificate: [right] })).status).toBe(200);
    expect(await read(session.id)).toMatchObject({ state: 'answered', refusals: [{ code }] });
  });

  it('rejects the wrong holder: a key that is not the certificate’s', async () => {
    const { answer, session } = await present({}, { responseMode }, createTestKey());
    expectRefused(answer, 'invalid_request');
    expect((await read(session.id)).refusals).toMatchObject([{ code: 'HOLDER_NOT_PROVEN' }]);
  });

  it('rejects replayed presentations: the same again, and what answered another request', async () => {
    const { session, request, bound, answer } = await present({}, { responseMode });
    expect(answer.status).toBe(200);
    expectRefused(await answerWith(request, { certificate: [bound] }), 'invalid_request');
    expect((await read(session.id)).refusals).toMatchObject([{ code: 'ANSWER_REPEATED' }]);
    const other = await askSample(mexico, { responseMode });
    const replayed = await answerWith(await fetchRequestObject(other), { certificate: [bound] });
    expectRefused(replayed, 'invalid_request');
    expect((await read(other.id)).refusals).toMatchObject([{ code: 'PRESENTATION_REPLAYED' }]);
  });

  it('rejects cross-session answers: the state of another request', async () => {
    const session = await askSample(mexico, { responseMode });
    const request = await fetchRequestObject(session);
    const other = await fetchRequestObject(await askSample(mexico, { responseMode }));
    const bound = await bindSdJwt(held.credential, held.key, request);
    for (const state of [other.claims.state, undefined, ['x']]) {
      expectRefused(await answerWith(request, { certificate: [bound] }, { state }), 'invalid_request');
    }
    const { refusals, state } = await read(session.id);
    expect(state).toBe('fetched');
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('ANSWER_OF_ANOTHER_SESSION'));
  });

  it('rejects tampered certificates: a disclosure, the payload or the signature changed', async () => {
    const session = await askSample(mexico, { responseMode });
    const request = await fetchRequestObject(session);
    const [token = '', ...rest] = held.credential.split('~');
    const [header, payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, legalName: 'Otra S.A.' })).toString('base64url');
    const forgeries = [
      [`${header}.${forged}.${signature}`, ...rest].join('~'),
      [
        `${header}.${payload}.${Buffer.from(signature, 'base64url').reverse().toString('base64url')}`,
        ...rest,
      ].join('~'),
    ];
    for (const forgery of forgeries) {
      const bound = await bindSdJwt(forgery, held.key, request);
      expectRefused(await answerWith(request, { certificate: [bound] }), 'invalid_request');
    }
    const [bound = '', disclosure = ''] = (
      await bindSdJwt(held.credential, held.key, request, { reveal: ['tradeName'] })
    ).split('~');
    const [salt, name] = JSON.parse(Buffer.from(disclosure, 'base64url').toString());
    const altered = Buffer.from(JSON.stringify([salt, name, 'Otra'])).toString('base64url');
    const hash = createHash('sha256').update(`${bound}~${altered}~`).digest('base64url');
    const { client_id: aud, nonce } = request.claims;
    const rebound = await signJwt(
      held.key,
      { alg: 'ES256', typ: 'kb+jwt' },
      { iat: now(), aud, nonce, sd_hash: hash },
    );
    expectRefused(
      await answerWith(request, { certificate: [`${bound}~${altered}~${rebound}`] }),
      'invalid_request',
    );
    const { state, refusals, verdict } = await read(session.id);
    expect({ state, codes: refusals.map(({ code }) => code), verdict }).toEqual({
      state: 'fetched',
      codes: ['SIGNATURE_INVALID', 'SIGNATURE_INVALID', 'CREDENTIAL_MALFORMED'],
      verdict: undefined,
    });
  });

  it('rejects late answers: the request has expired', async () => {
    const session = await askSample(mexico, { responseMode });
    const request = await fetchRequestObject(session);
    const bound = await bindSdJwt(held.credential, held.key, request);
    shift = 601_000;
    try {
      expect((await read(session.id)).state).toBe('expired');
      expectRefused(await answerWith(request, { certificate: [bound] }), 'invalid_request');
      expect(await read(session.id)).toMatchObject({ state: 'expired', refusals: [{ code: 'ANSWER_LATE' }] });
    } finally {
      shift = 0;
    }
  });

  it('two answers at once: one wins', async () => {
    const session = await askSample(mexico, { responseMode });
    const request = await fetchRequestObject(session);
    const bounds = await Promise.all(
      Array.from({ length: 6 }, () => bindSdJwt(held.credential, held.key, request)),
    );
    const answers = await Promise.all(bounds.map((bound) => answerWith(request, { certificate: [bound] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    const { state, refusals } = await read(session.id);
    expect(state).toBe('answered');
    expect(refusals.map(({ code }) => code)).toEqual(Array(5).fill('ANSWER_REPEATED'));
  });
});

describe('disclosure', () => {
  it('rejects over-disclosing answers: a claim that was not asked for', async () => {
    const { session, answer } = await present({ reveal: ['tradeName'] });
    expectRefused(answer, 'invalid_request');
    expect(answer.json.error_description).toContain('tradeName');
    expect((await read(session.id)).refusals).toMatchObject([{ code: 'DISCLOSED_TOO_MUCH' }]);
  });

  it('takes a claim within another if it was asked for, and rejects it if it was not', async () => {
    const reveal = ['certificate.programme'];
    expectRefused((await present({ reveal })).answer, 'invalid_request');
    const { session, answer } = await present({ reveal }, { disclose: ['programme'] });
    expect(answer.status).toBe(200);
    expect((await read(session.id)).disclosed).toEqual(['programme']);
  });

  it('rejects under-disclosing answers: a claim that was asked for and withheld', async () => {
    const { session, request, answer } = await present({}, { disclose: ['tradeName', 'address'] });
    expectRefused(answer, 'invalid_request');
    expect(answer.json.error_description).toMatch(/tradeName.*address/);
    expect((await read(session.id)).refusals).toMatchObject([{ code: 'DISCLOSED_TOO_LITTLE' }]);
    const reveal = ['tradeName', 'address'];
    const bound = await bindSdJwt(held.credential, held.key, request, { reveal });
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    expect((await read(session.id)).disclosed).toEqual(['tradeName', 'address']);
  });

  it('rejects a certificate of another type or role than was asked for', async () => {
    const type = await present({}, { types: ['compliance'] });
    expectRefused(type.answer, 'invalid_request');
    expect(type.answer.json.error_description).toContain('certificate.certificateType');
    const role = await present({}, { roles: ['CB', 'WH'] });
    expectRefused(role.answer, 'invalid_request');
    expect(role.answer.json.error_description).toContain('certificate.operatorRoles');
    expect((await present({}, { types: ['security', 'full'], roles: ['EX', 'CB'] })).answer.status).toBe(200);
  });
});
