import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, issueSample, settled } from '../testing/certificates.js';
import { chainStatus } from '../testing/chain-status.js';
import { startTestNetwork, type TestNetwork } from '../testing/start-test-network.js';
import { waitFor } from '../testing/wait-for.js';
import { auditIndex } from './audit-index.js';

let network: TestNetwork;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], nodes: 2 });
});

afterAll(() => network.stop());

describe('auditIndex', () => {
  it('finds out a node that withholds events, though nobody asks for a bundle', async () => {
    const peru = network.agent('PE');
    const { parts } = peru.agent;
    const { address } = parts.config.deployment.contracts.statusRegistry;
    const [first] = network.nodes as [TestNetwork['nodes'][number]];
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
    await parts.follower.sync();
    expect(parts.follower.index.factsAt().statuses.lists).toEqual([]);
    const stop = auditIndex(parts, 20);
    try {
      expect(await settled(peru, change.id)).toMatchObject({ state: 'confirmed' });
      expect(parts.client.status()).toMatchObject([
        { ok: false, code: 'CHAIN_INDEX_DIVERGED' },
        { ok: true },
      ]);
    } finally {
      await stop();
    }
  });
});
