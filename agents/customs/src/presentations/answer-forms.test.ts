import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answerWith,
  askSample,
  bindSdJwt,
  encryptAnswer,
  expectRefused,
  fetchRequestObject,
  type HeldCertificate,
  holdSample,
  postAnswer,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { presentationTable } from './presentation-table.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let held: HeldCertificate;

type Json = Record<string, unknown>;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], config: { requestsPerMinute: 100_000 } });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico);
  held = await holdSample(peru);
});

afterAll(() => network.stop());

async function ask(changes: Json = {}) {
  const session = await askSample(mexico, changes);
  const request = await fetchRequestObject(session);
  const read = () => mexico.as('verifier').getPresentation({ params: { id: session.id } });
  const right = await bindSdJwt(held.credential, held.key, request);
  return { session, request, read, right, state: request.claims.state };
}

describe('`direct_post`', () => {
  const plain = { responseMode: 'direct_post' };

  it('rejects garbage, and takes the right answer after it', async () => {
    const { request, read, right, state } = await ask(plain);
    const token = JSON.stringify({ certificate: [right] });
    const bodies: [string, string][][] = [
      [],
      [['state', state]],
      [['vp_token', token]],
      [
        ['state', state],
        ['vp_token', ''],
      ],
      [
        ['state', state],
        ['vp_token', right],
      ],
      [
        ['state', state],
        ['vp_token', '{'],
      ],
      [
        ['state', state],
        ['vp_token', '[]'],
      ],
      [
        ['state', state],
        ['vp_token', 'null'],
      ],
      [
        ['state', state],
        ['vp_token', '{}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"certificate":[]}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"certificate":[1]}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"certificate":[{}]}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"certificate":["x"]}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"other":["x"]}'],
      ],
      [
        ['state', state],
        ['vp_token', '{"__proto__":["x"]}'],
      ],
      [
        ['state', state],
        ['vp_token', JSON.stringify({ certificate: [right, right] })],
      ],
      [
        ['state', state],
        ['vp_token', JSON.stringify({ certificate: [right], certificate_jwt: ['x'] })],
      ],
      [
        ['state', state],
        ['vp_token', `{"certificate":["x"],"certificate":[${JSON.stringify(right)}]}`],
      ],
      [
        ['state', state],
        ['vp_token', token],
        ['vp_token', token],
      ],
      [
        ['state', state],
        ['vp_token', token],
        ['state', state],
      ],
      [
        ['state', state],
        ['response', 'a.b.c.d.e'],
      ],
    ];
    for (const body of bodies) expectRefused(await postAnswer(request, body), 'invalid_request');
    // The newest twenty of them are remembered.
    expect((await read()).refusals).toHaveLength(20);
    expect(
      (
        await postAnswer(request, [
          ['state', state],
          ['vp_token', token],
        ])
      ).status,
    ).toBe(200);
  });

  it('rejects a form with the type of JSON, JSON with the type of a form, and JSON', async () => {
    const { request, right, state } = await ask(plain);
    const json = JSON.stringify({ vp_token: { certificate: [right] }, state });
    const form = `${new URLSearchParams({ vp_token: JSON.stringify({ certificate: [right] }), state })}`;
    expectRefused(await postAnswer(request, form, 'application/json'), 'invalid_request');
    expectRefused(await postAnswer(request, json, 'application/json'), 'invalid_request');
    expectRefused(await postAnswer(request, json), 'invalid_request');
  });

  it('rejects an encrypted answer, and one that is too large', async () => {
    const { request, right } = await ask(plain);
    const { request: other } = await ask();
    const response = await encryptAnswer(other, JSON.stringify({ vp_token: { certificate: [right] } }));
    expectRefused(await postAnswer(request, { response }), 'invalid_request');
    expectRefused(await postAnswer(request, { vp_token: 'x'.repeat(1_100_000) }), 'invalid_request', 413);
  });
});

describe('`direct_post.jwt`', () => {
  it('takes A128GCM and A256GCM', async () => {
    for (const enc of ['A128GCM', 'A256GCM']) {
      const { request, right, state } = await ask();
      const answer = JSON.stringify({ vp_token: { certificate: [right] }, state });
      const response = await encryptAnswer(request, answer, { enc });
      expect((await postAnswer(request, { response })).status).toBe(200);
    }
  });

  it('JWE garbage: rejects what is not encrypted to the key of the request, as the request says', async () => {
    const { request, read, right, state } = await ask();
    const { request: other } = await ask();
    const answer = JSON.stringify({ vp_token: { certificate: [right] }, state });
    const good = await encryptAnswer(request, answer);
    const [header = '', key, iv = '', text = '', tag = ''] = good.split('.');
    const swap = (part: string) => `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}`;
    const headerWith = (changes: Json) => {
      const members = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), ...changes };
      return [Buffer.from(JSON.stringify(members)).toString('base64url'), key, iv, text, tag].join('.');
    };
    const responses = [
      '',
      'x',
      '....',
      'a.b.c.d.e',
      Buffer.from(answer).toString('base64url'),
      // Signed, or not even that, is not encrypted.
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(answer).toString('base64url')}.`,
      await encryptAnswer(other, answer),
      await encryptAnswer(request, answer, { enc: 'A128CBC-HS256' }),
      await encryptAnswer(request, answer, { alg: 'ECDH-ES+A128KW' }),
      await encryptAnswer(request, answer, { zip: 'DEF' }),
      [header, key, swap(iv), text, tag].join('.'),
      [header, key, iv, swap(text), tag].join('.'),
      [header, key, iv, text, swap(tag)].join('.'),
      headerWith({ zip: 'DEF' }),
      headerWith({ epk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }),
      headerWith({ crit: ['x'], x: 1 }),
      headerWith({ alg: 'dir' }),
      await encryptAnswer(request, 'text'),
      await encryptAnswer(request, '[]'),
      await encryptAnswer(request, '{"state":1,"state":2}'),
      await encryptAnswer(request, JSON.stringify({ state })),
      await encryptAnswer(request, JSON.stringify({ vp_token: 'x', state })),
    ];
    for (const response of responses) {
      expectRefused(await postAnswer(request, { response }), 'invalid_request');
    }
    const plain = { vp_token: JSON.stringify({ certificate: [right] }), state };
    expectRefused(await postAnswer(request, plain), 'invalid_request');
    expect((await read()).refusals.at(-1)).toMatchObject({ code: 'ANSWER_NOT_ENCRYPTED' });
    expect((await postAnswer(request, { response: good })).status).toBe(200);
  });

  it('forgets its key with the answer', async () => {
    const { session, request, right } = await ask();
    const { database } = mexico.agent.parts;
    const row = () => database.read.findOneByOrFail(presentationTable, { id: session.id });
    expect((await row()).encryptionKey).not.toBeNull();
    expect((await answerWith(request, { certificate: [right] })).status).toBe(200);
    expect(await row()).toMatchObject({ encryptionKey: null, presented: { certificate: [right] } });
  });
});

describe('errors of wallets', () => {
  it.each(['direct_post', 'direct_post.jwt'])(
    '`access_denied` by %s: declined, and final',
    async (responseMode) => {
      const { request, read, right, state } = await ask({ responseMode });
      const declined = await postAnswer(request, { error: 'access_denied', state });
      expect(declined).toMatchObject({ status: 200, json: {} });
      expect(await read()).toMatchObject({ state: 'declined', answeredAt: expect.any(String), refusals: [] });
      expectRefused(await answerWith(request, { certificate: [right] }), 'invalid_request');
      expect((await fetch(request.claims.response_uri.replace('responses', 'requests'))).status).toBe(404);
    },
  );

  it('encrypted just as well', async () => {
    const { request, read, state } = await ask();
    const response = await encryptAnswer(request, JSON.stringify({ error: 'access_denied', state }));
    expect((await postAnswer(request, { response })).status).toBe(200);
    expect((await read()).state).toBe('declined');
  });

  it('others are noted, and the request can still be answered', async () => {
    const { request, read, right, state } = await ask();
    const error = { error: 'vp_formats_not_supported', error_description: 'None of them.', state };
    expect((await postAnswer(request, error)).status).toBe(200);
    expect(await read()).toMatchObject({
      state: 'fetched',
      refusals: [{ code: 'vp_formats_not_supported', detail: 'None of them.' }],
    });
    expect((await answerWith(request, { certificate: [right] })).status).toBe(200);
  });

  it('are shown to officers on one line, and not written backwards', async () => {
    const { request, read, state } = await ask();
    const error_description = 'None.\r\n\u202eDESINGOCER\u2066 \u200b';
    expect((await postAnswer(request, { error: 'x', error_description, state })).status).toBe(200);
    expect((await read()).refusals).toMatchObject([{ detail: 'None.···DESINGOCER· ·' }]);
  });

  it('are refused without the state of the request, and with a code that is none', async () => {
    const { request, read, state } = await ask();
    expectRefused(await postAnswer(request, { error: 'access_denied' }), 'invalid_request');
    expectRefused(await postAnswer(request, { error: 'access_denied', state: 'x' }), 'invalid_request');
    expectRefused(await postAnswer(request, { error: 'ñ', state }), 'invalid_request');
    expect((await read()).state).toBe('fetched');
  });
});

describe('whatever is sent', () => {
  it('is answered with 4xx in the form of the standard, and the request stays good', async () => {
    const session = await askSample(mexico);
    const request = await fetchRequestObject(session);
    const { state } = request.claims;
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const body = fc.oneof(
      text,
      fc.json().map((json) => `vp_token=${encodeURIComponent(json)}&state=${state}`),
      fc.json().map((json) => `vp_token=${encodeURIComponent(`{"certificate":[${json}]}`)}&state=${state}`),
      text.map((any) => `response=${encodeURIComponent(any)}`),
      fc
        .array(fc.string({ maxLength: 40 }), { minLength: 5, maxLength: 5 })
        .map((parts) => `response=${encodeURIComponent(parts.join('.'))}`),
    );
    const type = fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain');
    await fc.assert(
      fc.asyncProperty(body, type, async (sent, as) => {
        const answer = await postAnswer(request, sent, as);
        expectRefused(answer, 'invalid_request', answer.status);
        expect([400, 413, 415]).toContain(answer.status);
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('requests', 'responses'),
        async (any, at) => {
          const path = `/openid4vp/${at}/${encodeURIComponent(any)}`;
          const { status } = await fetch(`${mexico.url}${path}`, { method: 'POST', body: any });
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 50 },
    );
    const right = await bindSdJwt(held.credential, held.key, request);
    expect((await answerWith(request, { certificate: [right] })).status).toBe(200);
  });

  it('any character of an answer changed: not taken, unless it says the same', async () => {
    const { request, right, read } = await ask({ responseMode: 'direct_post' });
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';
    await fc.assert(
      fc.asyncProperty(fc.nat(right.length - 1), fc.constantFrom(...alphabet), async (at, character) => {
        fc.pre(right[at] !== character);
        const altered = right.slice(0, at) + character + right.slice(at + 1);
        expectRefused(await answerWith(request, { certificate: [altered] }), 'invalid_request');
      }),
      { numRuns: 100 },
    );
    expect((await read()).state).toBe('fetched');
  });
});
