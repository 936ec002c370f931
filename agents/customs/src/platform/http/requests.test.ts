import { gzipSync } from 'node:zlib';
import { type Operation, type OperationId, operations } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  call,
  decision,
  issueSample,
  sampleCertificate,
  sampleDecision,
  startTestNetwork,
  type TestNetwork,
} from '../../testing/index.js';
import { type Role, roles } from './roles.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const all = Object.values(operations) as Operation[];
const idsOf = (fits: (operation: Operation) => boolean) =>
  all.filter(fits).map(({ id }) => id) as OperationId[];
const withJson = idsOf(({ body }) => body?.kind === 'json');
const withBody = idsOf(({ body }) => body !== undefined);
const withId = idsOf(({ path }) => path.includes('{id}'));

/** Bodies that are right, so that what is wrong with a request is what the test says. */
const goodBodies: Partial<Record<OperationId, unknown>> = {
  proposeCertificate: { certificate: sampleCertificate() },
  rejectCertificate: { note: 'Not now.' },
  proposeRenewal: { decisionDate: '2026-05-04', validUntil: '2047-01-14' },
  rejectRenewal: { note: 'Not now.' },
  emailOffer: { to: 'a@example.com', language: 'es', offerUrl: 'openid-credential-offer://?x' },
  publishCompanyList: 'a.b.c',
  changeStatus: decision('suspend', { certificate: sampleCertificate() }),
  verifyCredential: { presented: 'a.b.c' },
  createPresentation: { purpose: { kind: 'counter' } },
  uploadDecisions: { decisions: [sampleDecision()] },
  startImport: 'a;b',
  issueCredential: { credential: {} },
  deriveCredential: { verifiableCredential: {} },
  verifySecuredCredential: { verifiableCredential: {} },
  verifyPresentation: { verifiablePresentation: {} },
};

/** Who may do nearly everything, and whoever may do the rest. */
const roleFor = (id: OperationId): Role => {
  const able = (['supervisor', 'post', 'issuer'] as const).filter((role) =>
    (roles[role] as readonly unknown[]).includes(operations[id].scope),
  );
  return able[0] ?? 'supervisor';
};

let network: TestNetwork;
let url: string;
let keys: Readonly<Record<Role, string>>;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  url = network.agent('PE').url;
  keys = network.agent('PE').keys;
});

afterAll(() => network.stop());

const send = (id: OperationId, request: Parameters<typeof call>[2] = {}) =>
  call(url, id, {
    key: keys[roleFor(id)],
    ...request,
    params: {
      ...{ id: nobody, renewalId: nobody, offerId: nobody, block: '0', profile: 'vc-jwt' },
      ...request.params,
    },
  });

describe('bodies', () => {
  const broken = [
    '{"a":',
    '',
    '{',
    'undefined',
    '{"a":1}}',
    "{'a':1}",
    '\ufeff\ufeff{}',
    '"text"',
    '1',
    'null',
  ];
  it.each(withJson.flatMap((id) => broken.map((body) => [id, body] as const)))(
    '%s refuses %j as JSON',
    async (id, body) => {
      const answer = await send(id, { body });
      // An empty body is no body, and a body that is missing has no type.
      expect(answer).toMatchObject({ status: 400 });
      expect(answer.code).toBe(body === '' ? 'INPUT_INVALID' : 'INPUT_MALFORMED_JSON');
    },
  );

  it.each(withBody)('%s refuses other content types', async (id) => {
    const body = goodBodies[id];
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense']) {
      const answer = await send(id, { body, headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status: 415, code: 'INPUT_UNSUPPORTED_MEDIA_TYPE' });
    }
    expect(await send(id)).toMatchObject({ status: 415 });
  });

  it.each(withJson)('%s refuses encodings that it does not know', async (id) => {
    const headers: Record<string, string>[] = [
      { 'content-type': 'application/json; charset=iso-8859-1' },
      { 'content-type': 'application/json', 'content-encoding': 'compress' },
    ];
    for (const each of headers) {
      expect(await send(id, { body: goodBodies[id], headers: each })).toMatchObject({
        status: 415,
        code: 'INPUT_UNSUPPORTED_MEDIA_TYPE',
      });
    }
  });

  it.each(withJson)('%s names the member that it does not know', async (id) => {
    const body = { ...(goodBodies[id] as object), surprise: 1 };
    const { status, json } = await send(id, { body });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'INPUT_INVALID', issues: [{ path: 'body' }] });
    expect(JSON.stringify(json)).toContain('surprise');
  });

  it('names the path of what is wrong inside', async () => {
    const certificate = { ...sampleCertificate(), tin: 'x', address: { country: 'PE', planet: 'Earth' } };
    const { json } = await send('proposeCertificate', { body: { certificate, contactEmail: 'no' } });
    const paths = (json as { issues: { path: string }[] }).issues.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['body.certificate.tin', 'body.certificate.address', 'body.contactEmail']),
    );
  });

  it.each(withJson)('%s refuses a body above its limit, also when it is only large unpacked', async (id) => {
    const { body } = operations[id] as { body: { maxBytes?: number } };
    const large = JSON.stringify({ presented: 'x'.repeat(body.maxBytes ?? 1024 * 1024) });
    expect(await send(id, { body: large })).toMatchObject({ status: 413, code: 'INPUT_TOO_LARGE' });
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(30_000_000, 32)));
    const headers = { 'content-encoding': 'gzip' };
    expect(await send(id, { body: bomb, headers })).toMatchObject({ status: 413, code: 'INPUT_TOO_LARGE' });
  });

  it('does not take a member named __proto__ for anything', async () => {
    const body =
      '{"presented":{"__proto__":{"type":"EnvelopedVerifiableCredential"}},"__proto__":{"at":"x"}}';
    const { status } = await send('verifyCredential', { body });
    expect([200, 400]).toContain(status);
    expect(({} as { at?: string }).at).toBeUndefined();
  });
});

describe('verifications', () => {
  it('refuses a token of 1 MB', async () => {
    const answer = await send('verifyCredential', { body: { presented: 'e'.repeat(1_000_000) } });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });

  const odd: [string, unknown][] = [
    ['the longest text', 'e'.repeat(524_288)],
    ['dots', '.'.repeat(500_000)],
    ['half a surrogate pair', '\ud800.\ud800.\ud800'],
    ['an empty object', {}],
    ['many members', Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`m${i}`, i]))],
    ['an enveloped nothing', { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,' }],
    [
      'a presentation of many',
      { type: 'VerifiablePresentation', verifiableCredential: Array(40_000).fill('a.b.c') },
    ],
  ];
  it.each(odd)('decides on %s', async (_, presented) => {
    const { status, json } = await send('verifyCredential', { body: { presented } });
    expect(status).toBe(200);
    expect((json as { verdict: string }).verdict).toMatch(/^(UNTRUSTED|UNDETERMINED)$/);
  });

  it.each([100, 10_000, 100_000])('decides on an object nested %d deep', async (depth) => {
    for (const [open, shut] of [
      ['{"a":', '}'],
      ['[', ']'],
    ] as const) {
      const presented = `{"vp":${open.repeat(depth)}1${shut.repeat(depth)}}`;
      const { status } = await send('verifyCredential', { body: `{"presented":${presented}}` });
      expect(status).toBe(200);
    }
  });

  it.each([
    '0000-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    '1969-12-31T23:59:59Z',
    '2016-12-31T23:59:59.999999999Z',
    '9999-12-31T23:59:59Z',
  ])('answers for the instant %s', async (at) => {
    const { status } = await send('verifyCredential', { body: { presented: 'a.b.c', at } });
    expect([200, 400]).toContain(status);
  });
});

describe('paths and queries', () => {
  it.each(withId)('%s does not find an unknown id', async (id) => {
    const answer = await send(id, { body: goodBodies[id] });
    expect(answer.status).toBe(404);
    expect(answer.code).toMatch(/NOT_FOUND$/);
  });

  it.each(withId)('%s refuses what is no id', async (id) => {
    for (const wrong of ['1', 'x', '..%2f..', '%00', "'--", nobody.replace('4', 'g'), `${nobody}0`]) {
      const answer = await send(id, { params: { id: wrong }, body: goodBodies[id] });
      expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
      expect(answer.json).toMatchObject({ issues: [{ path: 'path.id' }] });
    }
  });

  const cursors = ['x', 's', 's1', 'czE=x', 'cy0x', `c${'z'.repeat(150)}`, 'czk5OTk5OTk5OTk5OTk5OTk5', '%00'];
  it.each(cursors)('refuses %s as a cursor', async (cursor) => {
    expect(await send('listCertificates', { query: { cursor } })).toMatchObject({
      status: 400,
      code: 'CURSOR_INVALID',
    });
  });

  it.each([
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '1.5'],
    ['limit', 'all'],
    ['limit', ''],
    ['state', 'gone'],
    ['status', ''],
    ['certificateType', 'x'],
    ['name', 'x'],
    ['cursor', 'x'.repeat(201)],
  ])('refuses %s=%s', async (name, value) => {
    const answer = await send('listCertificates', { query: { [name]: value } });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: `query.${name}` }] });
  });

  it('refuses a parameter given twice', async () => {
    const response = await fetch(`${url}/v1/certificates?state=issued&state=proposed`, {
      headers: { authorization: `Bearer ${keys.supervisor}` },
    });
    expect(response.status).toBe(400);
  });

  it.each(['x', '-1', '1.5', '99999999999999999999'])('refuses %s as a block', async (block) => {
    expect(await send('getBundleAt', { params: { block } })).toMatchObject({ status: 400 });
  });

  it.each([
    ['getBundleDelta', 'base', '0x12'],
    ['getBundleDelta', 'base', 'latest'],
    ['getBundleDelta', 'block', '-1'],
    ['getBundleDelta', 'register', 'yes'],
    ['getLatestBundle', 'register', ''],
    ['getBundleAt', 'register', '1'],
    ['getBundleAsOf', 'at', '2026-05-03'],
    ['getBundleAsOf', 'at', 'yesterday'],
  ] as const)('%s refuses %s=%s', async (id, name, value) => {
    const query = { base: `0x${'0'.repeat(64)}`, at: '2026-05-03T00:00:00Z', [name]: value };
    const answer = await send(id, { query });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: `query.${name}` }] });
  });

  it.each([
    ['getBundleDelta', 'base'],
    ['getBundleAsOf', 'at'],
  ] as const)('%s asks for %s', async (id, name) => {
    const answer = await send(id);
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: `query.${name}` }] });
  });

  it.each(['0', '999999'])('does not know block %s', async (block) => {
    expect(await send('getBundleAt', { params: { block } })).toMatchObject({
      status: 404,
      code: 'CHAIN_BLOCK_UNKNOWN',
    });
  });
});

describe('anything else', () => {
  it('does not fail on any JSON, whatever the operation', async () => {
    const requests = fc.tuple(fc.constantFrom(...withJson), fc.jsonValue({ maxDepth: 6 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(requests, async ([id, value, mixed]) => {
        const good = goodBodies[id] as Record<string, unknown>;
        const [first = ''] = Object.keys(good);
        const body = JSON.stringify(mixed ? { ...good, [first]: value } : value);
        expect((await send(id, { body })).status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  it('is still in order after all of this', async () => {
    const { state } = await issueSample(network.agent('PE'));
    expect(state).toBe('issued');
  });
});
