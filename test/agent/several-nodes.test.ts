import {
  call,
  chainStatus,
  decide,
  issueSample,
  recognise,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import type { FaultyNode } from '@eslabon/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let peru: TestAgent;
let first: FaultyNode;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], nodes: 2 });
  peru = network.agent('PE');
  [first] = network.nodes as [FaultyNode];
  await recognise([peru.agent, network.agent('MX').agent]);
});

beforeEach(async () => {
  for (const node of network.nodes) node.faults = {};
  // It has forgotten what it found out about the nodes.
  await peru.restart();
});

afterAll(() => network.stop());

const readiness = () => peru.as('machine').getReadiness({});
const latest = () => call(peru.url, 'getLatestBundle', { key: peru.keys.verifier });
const ready = { status: 'ready', chain: { ok: true }, outbox: { ok: true, waiting: 0 } };

describe('an agent with two nodes', () => {
  it.each([
    ['is down', { isDown: true }],
    ['swallows transactions', { keepsSilentOn: ['eth_sendRawTransaction'] }],
  ])(
    'goes on without waiting for anybody when the first %s',
    async (_, faults) => {
      first.faults = faults;
      const view = await issueSample(peru);
      const change = await decide(peru, view, 'suspend');
      expect(await settled(peru, change.id)).toMatchObject({ state: 'confirmed' });
      expect(await chainStatus(peru.agent, view)).toBe('suspended');
      expect(await latest()).toMatchObject({ status: 200 });
      const state = await waitFor(readiness, ({ outbox }) => outbox.waiting === 0);
      expect(state).toMatchObject(ready);
      expect(state.chain.note).toContain(`Node ${new URL(first.rpcUrl).host}: CHAIN_UNREACHABLE`);
    },
    60_000,
  );

  it('makes no use of proofs that do not hold, and names the node', async () => {
    first.faults = {
      change: (method, result) =>
        method === 'eth_getProof' ? { ...(result as object), storageHash: `0x${'00'.repeat(32)}` } : result,
    };
    const view = await issueSample(peru);
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const bundle = await latest();
    expect(bundle.status).toBe(200);
    const state = await waitFor(readiness, ({ chain }) => chain.note !== undefined);
    expect(state).toMatchObject(ready);
    expect(state.chain.note).toContain('CHAIN_RESPONSE_INVALID');
  });

  it('reads everything anew from the other when one withholds events', async () => {
    const { address } = peru.agent.parts.config.deployment.contracts.statusRegistry;
    first.faults = {
      change: (method, result) =>
        method === 'eth_getLogs'
          ? (result as { address: string }[]).filter((log) => log.address !== address)
          : result,
    };
    const view = await issueSample(peru);
    const change = await decide(peru, view, 'suspend');
    await waitFor(
      () => chainStatus(peru.agent, view),
      (status) => status === 'suspended',
    );
    // What shows it is the next bundle that somebody asks for, or the audit of every minute.
    expect(await latest()).toMatchObject({ status: 200 });
    expect(await settled(peru, change.id)).toMatchObject({ state: 'confirmed' });
    const { list = -1, index = -1 } = view.statusEntry ?? {};
    const { loaded } = await peru.agent.parts.bundles.latest();
    expect(loaded.status(peru.agent.parts.keys.address, list, index)).toEqual({
      revoked: false,
      suspended: true,
    });
    expect((await readiness()).chain.note).toContain('CHAIN_INDEX_DIVERGED');
  });

  it('waits as with one when both are away, and says of each why', async () => {
    expect(await latest()).toMatchObject({ status: 200 });
    for (const node of network.nodes) node.faults = { isDown: true };
    const state = await waitFor(readiness, ({ status }) => status === 'degraded');
    for (const { rpcUrl } of network.nodes) expect(state.chain.note).toContain(new URL(rpcUrl).host);
    expect(await latest()).toMatchObject({ status: 200 });
  });
});
