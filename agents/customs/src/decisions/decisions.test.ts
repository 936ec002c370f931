import { maxDecisions } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  sampleDecision,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const upload = (decisions: readonly unknown[]) =>
  call(agent.url, 'uploadDecisions', { key: agent.keys.post, body: { decisions } });

const list = (query: Record<string, string> = {}) =>
  call(agent.url, 'listDecisions', { key: agent.keys.auditor, query });

const idsIn = ({ json }: { json: unknown }) =>
  (json as { items: { id: string }[] }).items.map(({ id }) => id);

describe('an upload of decisions', () => {
  it('is kept as it came, with who brought it and when', async () => {
    const one = sampleDecision();
    const bare = sampleDecision({
      officer: undefined,
      certificate: undefined,
      bundle: undefined,
      reasons: [],
    });
    expect((await upload([one, bare])).json).toEqual({ stored: 2, known: 0 });
    const { json } = await list({ limit: '2' });
    const received = { receivedAt: expect.stringMatching(/Z$/), receivedFrom: 'post' };
    expect((json as { items: unknown[] }).items).toEqual([
      { ...JSON.parse(JSON.stringify(bare)), ...received },
      { ...one, ...received },
    ]);
  });

  it('may be about what a wallet presented to the agent, by the id of the request', async () => {
    const one = sampleDecision({
      presented: { by: 'wallet', request: '00000000-0000-4000-8000-000000000001' },
      bundle: { block: 1234, hash: `0x${'01'.repeat(32)}` },
    });
    expect((await upload([one])).json).toEqual({ stored: 1, known: 0 });
    expect((await list({ limit: '1' })).json).toMatchObject({ items: [one] });
  });

  it('may be repeated, whole, in part and with the same decision twice', async () => {
    const [a, b, c] = [sampleDecision(), sampleDecision(), sampleDecision()];
    expect((await upload([a, b, b])).json).toEqual({ stored: 2, known: 1 });
    expect((await upload([a, b, c])).json).toEqual({ stored: 1, known: 2 });
    expect((await upload([{ ...c, id: c.id.toUpperCase() }])).json).toEqual({ stored: 0, known: 1 });
    expect(idsIn(await list({ limit: '3' }))).toEqual([c.id, b.id, a.id]);
  });

  it('two at once with the same decision keep it once', async () => {
    const same = sampleDecision();
    const answers = await Promise.all([upload([same]), upload([same]), upload([same])]);
    const stored = answers.map(({ json }) => (json as { stored: number }).stored);
    expect(stored.toSorted()).toEqual([0, 0, 1]);
  });

  it('is refused whole when a known decision comes with another content', async () => {
    const known = sampleDecision();
    await upload([known]);
    const fresh = sampleDecision();
    const answer = await upload([fresh, { ...known, verdict: 'REVOKED' }]);
    expect(answer).toMatchObject({ status: 409, code: 'DECISION_CONFLICT' });
    expect(answer.json).toMatchObject({
      issues: [{ path: 'body.decisions.1.id', message: expect.stringContaining(known.id) }],
    });
    expect(idsIn(await list({ limit: '1' }))).toEqual([known.id]);
    expect((await upload([known])).json).toEqual({ stored: 0, known: 1 });
  });

  it('is refused whole when it contradicts itself', async () => {
    const one = sampleDecision();
    expect(await upload([one, { ...one, post: 'Another' }])).toMatchObject({
      status: 409,
      code: 'DECISION_CONFLICT',
    });
    expect(idsIn(await list({ limit: '200' }))).not.toContain(one.id);
  });

  it('is refused when it was decided for another country', async () => {
    const answer = await upload([sampleDecision(), sampleDecision({ as: 'MX' })]);
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: 'body.decisions.1.as' }] });
  });

  it('takes as many as the contract says, and not one more', async () => {
    const many = Array.from({ length: maxDecisions }, () => sampleDecision());
    expect((await upload(many)).json).toEqual({ stored: maxDecisions, known: 0 });
    expect(await upload([...many, sampleDecision()])).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(await upload([])).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });

  it.each([
    ['id', '1'],
    ['post', ''],
    ['post', 'x'.repeat(101)],
    ['post', 'Tacna\u001b[32m'],
    ['post', 'Tacna\u202e'],
    ['post', ' Tacna'],
    ['officer', ''],
    ['decidedAt', '2026-05-03'],
    ['decidedAt', '2026-05-03T15:00:00'],
    ['decidedAt', '2026-02-30T15:00:00Z'],
    ['as', 'pe'],
    ['verdict', 'OK'],
    ['reasons', ['lower']],
    ['reasons', Array(21).fill('A')],
    ['certificate', { certificateNumber: 'x' }],
    ['certificate', { certificateNumber: 'x', issuer: 'did:web:example.org' }],
    ['presented', { by: 'guess', sha256: 'ab'.repeat(32) }],
    ['presented', { by: 'file', sha256: 'AB'.repeat(32) }],
    ['presented', { by: 'file', request: '00000000-0000-4000-8000-000000000001' }],
    ['presented', { by: 'wallet', sha256: 'ab'.repeat(32) }],
    ['presented', { by: 'wallet', request: '1' }],
    ['bundle', { block: -1, hash: `0x${'01'.repeat(32)}`, digest: `0x${'02'.repeat(32)}` }],
    ['bundle', { block: 1, hash: '0x01', digest: `0x${'02'.repeat(32)}` }],
    ['app', 'x'.repeat(51)],
    ['surprise', 1],
  ])('is refused for a wrong %s: %j', async (member, value) => {
    const answer = await upload([sampleDecision({ [member]: value })]);
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    const [issue] = (answer.json as { issues: { path: string }[] }).issues;
    expect(issue?.path.startsWith('body.decisions.0')).toBe(true);
  });

  it('survives a restart of the agent', async () => {
    const one = sampleDecision();
    await upload([one]);
    await agent.restart();
    expect((await upload([one])).json).toEqual({ stored: 0, known: 1 });
  });
});

describe('the list of decisions', () => {
  const [post, other] = ['Desaguadero', 'Desaguadero 2'];
  const early = sampleDecision({ post, decidedAt: '2025-01-01T00:00:00Z' });
  const precise = sampleDecision({ post, decidedAt: '2025-01-01T00:00:00.500Z', verdict: 'SUSPENDED' });
  const late = sampleDecision({ post, decidedAt: '2025-01-02T00:00:00Z' });
  const elsewhere = sampleDecision({ post: other, decidedAt: '2025-01-01T00:00:00Z' });

  beforeAll(() => upload([early, precise, late, elsewhere]));

  it.each([
    ['a post, exactly', { post }, [late, precise, early]],
    ['a verdict', { post, verdict: 'SUSPENDED' }, [precise]],
    ['an instant on', { post, from: '2025-01-01T00:00:00.500Z' }, [late, precise]],
    ['before an instant', { post, until: '2025-01-01T00:00:00.500Z' }, [early]],
    ['a day', { post, from: '2025-01-01T00:00:00Z', until: '2025-01-02T00:00:00Z' }, [precise, early]],
  ])('filters by %s', async (_, query, expected) => {
    expect(idsIn(await list(query as Record<string, string>))).toEqual(expected.map(({ id }) => id));
  });

  it('comes in pages that later decisions do not shift', async () => {
    const first = await list({ post: post as string, limit: '2' });
    await upload([sampleDecision({ post, decidedAt: '2025-01-03T00:00:00Z' })]);
    const { next } = first.json as { next: string };
    const second = await list({ post: post as string, limit: '2', cursor: next });
    expect([...idsIn(first), ...idsIn(second)]).toEqual([late.id, precise.id, early.id]);
    expect(second.json).not.toHaveProperty('next');
  });

  it.each([
    ['verdict', 'maybe'],
    ['post', ''],
    ['from', '2025-01-01'],
    ['until', 'tomorrow'],
    ['limit', '201'],
  ])('refuses %s=%s', async (name, value) => {
    const answer = await list({ [name]: value });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: `query.${name}` }] });
  });

  it('refuses a cursor that it did not make', async () => {
    expect(await list({ cursor: 'x' })).toMatchObject({ status: 400, code: 'CURSOR_INVALID' });
  });
});
