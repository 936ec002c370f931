import { parseCompactJws } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent } from '../create-agent.js';
import {
  decide,
  issueSample,
  settled,
  startTestNetwork,
  type TestNetwork,
  waitFor,
} from '../testing/index.js';
import { createStatusLists } from './create-status-lists.js';

let network: TestNetwork;
let now = 0;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], nodes: 1 });
  await issueSample(network.agent('PE'));
});

afterAll(() => network.stop());

afterEach(() => {
  for (const node of network.nodes) node.faults = {};
});

/** The lists of the agent as if it were reached over https, ten seconds fresh, at a time of the test's own. */
function listsOf(
  { parts }: Agent,
  publicUrl: string | undefined = 'https://agent.example',
  chain?: { current(): string[] | undefined },
) {
  now = Date.parse('2026-11-22T12:00:00Z');
  const statusLists = { ttlSeconds: 10, allowedHosts: [] };
  const config = { ...parts.config, publicUrl, statusLists };
  return createStatusLists({ ...parts, config, clock: () => new Date(now) }, chain);
}

const chainFails = (trouble: () => unknown) => {
  for (const node of network.nodes) node.faults = { isDown: true };
  return waitFor(
    async () => trouble(),
    (found) => found !== undefined,
  );
};

describe('published status lists', () => {
  it('are signed once while nothing changes and the ttl lasts, and anew after it', async () => {
    const lists = listsOf(network.agent('PE').agent);
    const first = await lists.get(0, 'revocation', 'vc+jwt');
    now += 9_999;
    expect(await lists.get(0, 'revocation', 'vc+jwt')).toBe(first);
    now += 1;
    const second = await lists.get(0, 'revocation', 'vc+jwt');
    expect(second.etag).not.toBe(first.etag);
    const [before, after] = [first, second].map(({ content }) => parseCompactJws(content as string).payload);
    expect(before).toMatchObject({ validFrom: '2026-11-22T12:00:00Z', validUntil: '2026-11-22T12:02:00Z' });
    expect(after).toMatchObject({ validFrom: '2026-11-22T12:00:10Z', validUntil: '2026-11-22T12:02:10Z' });
    expect(second.freshUntil - now).toBe(10_000);
  });

  it('are signed anew at once when a status changes', async () => {
    const agent = network.agent('PE');
    const lists = listsOf(agent.agent);
    const view = await issueSample(agent);
    const encoded = async () => {
      const { content } = await lists.get(0, 'suspension', 'data-integrity');
      return ((content as JsonObject).credentialSubject as JsonObject).encodedList;
    };
    const before = await encoded();
    await settled(agent, (await decide(agent, view, 'suspend')).id);
    expect(await encoded()).not.toBe(before);
  });

  it('carry the certificates of their key in tokens alone, and are signed anew when these are others', async () => {
    let x5c: string[] | undefined = ['first'];
    const lists = listsOf(network.agent('PE').agent, undefined, { current: () => x5c });
    const headerOf = async (purpose: 'token' | 'revocation', form: 'statuslist+jwt' | 'vc+jwt') => {
      const { content } = await lists.get(0, purpose, form);
      return JSON.parse(Buffer.from((content as string).split('.')[0] as string, 'base64url').toString());
    };
    expect(await headerOf('token', 'statuslist+jwt')).toMatchObject({
      typ: 'statuslist+jwt',
      x5c: ['first'],
    });
    expect(await headerOf('revocation', 'vc+jwt')).not.toHaveProperty('x5c');
    now += 1000;
    x5c = ['renewed'];
    expect(await headerOf('token', 'statuslist+jwt')).toMatchObject({ x5c: ['renewed'] });
    x5c = undefined;
    expect(await headerOf('token', 'statuslist+jwt')).not.toHaveProperty('x5c');
  });

  it('outlive an outage of the chain for as long as they are valid, and are never signed during one', async () => {
    const { agent } = network.agent('PE');
    const lists = listsOf(agent);
    const kept = await lists.get(0, 'revocation', 'data-integrity');
    await chainFails(() => agent.parts.follower.trouble());
    now += 119_999;
    expect(await lists.get(0, 'revocation', 'data-integrity')).toBe(kept);
    await expect(lists.get(0, 'suspension', 'data-integrity')).rejects.toMatchObject({
      code: expect.stringMatching(/^CHAIN_/),
    });
    now += 1;
    await expect(lists.get(0, 'revocation', 'data-integrity')).rejects.toMatchObject({
      code: expect.stringMatching(/^CHAIN_/),
    });
    for (const node of network.nodes) node.faults = {};
    const again = await lists.get(0, 'revocation', 'data-integrity');
    expect(again.etag).not.toBe(kept.etag);
  });

  it('are not there before an index was given out, or without a public https address', async () => {
    const { agent } = network.agent('PE');
    await expect(listsOf(agent).get(1, 'revocation', 'vc+jwt')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listsOf(network.agent('MX').agent).get(0, 'token', 'statuslist+jwt')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(listsOf(agent, 'http://agent.example').get(0, 'revocation', 'vc+jwt')).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
  });
});
