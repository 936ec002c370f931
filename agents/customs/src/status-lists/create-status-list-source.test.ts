import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { createStatusListSource } from './create-status-list-source.js';
import type { StatusLists } from './create-status-lists.js';

const url = 'https://issuer.example/lists/1';
const config = {
  publicUrl: 'https://agent.example',
  statusLists: { ttlSeconds: 300, allowedHosts: ['issuer.example'] },
} as unknown as AgentConfig;

const own = (error?: EslabonError): StatusLists => ({
  get: async (list, purpose, form) => {
    if (error !== undefined) throw error;
    return { content: `${list} ${purpose} ${form}`, etag: '', freshUntil: 0 };
  },
});

/** A source with hosts that answer what the test says, and a clock of its own. */
function sourceWith(answer: () => unknown) {
  const asked: string[] = [];
  const time = { now: 0 };
  const get = createStatusListSource({ config, clock: () => new Date(time.now) }, own(), async (at) => {
    asked.push(at.href);
    const sent = answer();
    if (sent instanceof Error) throw sent;
    return Buffer.from(typeof sent === 'string' ? sent : JSON.stringify(sent));
  });
  return { get, asked, time };
}

const listWith = (ttl: unknown) => ({ credentialSubject: { ttl } });
const codeOf = (work: Promise<unknown>) => work.catch((error: EslabonError) => error.code);

describe('lists of others', () => {
  it.each<[string, unknown, number]>([
    ['for as long as their ttl', 7_000, 7_000],
    ['not at all when it is 0', 0, 0],
    ['for an hour at the most', 1e12, 3_600_000],
    ['for five minutes without one', undefined, 300_000],
    ['for five minutes with one that is none', 'long', 300_000],
    ['for five minutes with one before now', -1, 300_000],
  ])('are kept %s', async (_what, ttl, expected) => {
    const { get, asked, time } = sourceWith(() => listWith(ttl));
    await get(url);
    if (expected > 0) {
      time.now = expected - 1;
      await get(url);
    }
    expect(asked).toHaveLength(1);
    time.now = expected;
    await get(url);
    expect(asked).toHaveLength(2);
  });

  it('are texts when they are tokens, and JSON otherwise', async () => {
    expect(await sourceWith(() => 'a.b.c\n').get(url)).toBe('a.b.c');
    expect(await sourceWith(() => ({ a: 1 })).get(url)).toEqual({ a: 1 });
  });

  it.each<[string, unknown, string]>([
    ['does not answer', new EslabonError('DID_UNREACHABLE', 'x'), 'STATUS_LIST_UNREACHABLE'],
    ['may not be asked', new EslabonError('DID_FETCH_REFUSED', 'x'), 'STATUS_LIST_REFUSED'],
    ['has none', new EslabonError('DID_NOT_FOUND', 'x'), 'STATUS_LIST_REFUSED'],
    ['sends something else', new EslabonError('DID_DOCUMENT_INVALID', 'x'), 'STATUS_LIST_REFUSED'],
    ['sends no JSON', 'nonsense', 'STATUS_LIST_REFUSED'],
    ['sends a member twice', '{"a":1,"a":2}', 'STATUS_LIST_REFUSED'],
  ])('of a host that %s are an outage or a refusal, and are asked for again', async (_what, sent, code) => {
    const { get, asked } = sourceWith(() => sent);
    expect(await codeOf(get(url))).toBe(code);
    expect(await codeOf(get(url))).toBe(code);
    expect(asked).toHaveLength(2);
  });
});

describe('lists of this agent', () => {
  const get = (error?: EslabonError) =>
    createStatusListSource({ config, clock: () => new Date() }, own(error), async () => {
      throw new Error('Nothing may be fetched.');
    });

  it('are taken from where they are made', async () => {
    expect(await get()('https://agent.example/status-lists/3/revocation')).toBe(
      '3 revocation data-integrity',
    );
  });

  it.each([
    '3/token',
    '3/other',
    '03/revocation',
    '3/revocation/',
    '3/../3/revocation',
    '3/revocation?x',
    '',
  ])('are not at “%s”', async (path) => {
    expect(await codeOf(get()(`https://agent.example/status-lists/${path}`))).toBe('STATUS_LIST_REFUSED');
  });

  it.each([
    ['NOT_FOUND', 'STATUS_LIST_REFUSED'],
    ['CHAIN_UNREACHABLE', 'STATUS_LIST_UNREACHABLE'],
    ['CHAIN_TIMEOUT', 'STATUS_LIST_UNREACHABLE'],
  ] as const)('after %s are %s', async (code, expected) => {
    const failing = get(new EslabonError(code, 'x'));
    expect(await codeOf(failing('https://agent.example/status-lists/3/revocation'))).toBe(expected);
  });
});
