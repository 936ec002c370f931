import type { CertificateView } from '@eslabon/client/contract';
import {
  call,
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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let node: FaultyNode;
/** A certificate and the blocks in which it was suspended, reinstated and suspended again. */
let view: CertificateView;
let [suspended, reinstated, again]: number[] = [];

const blocksKept = 3;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], nodes: 1 });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  [node] = network.nodes as [FaultyNode];
  await recognise([peru.agent, mexico.agent]);
  const { follower } = mexico.agent.parts;
  await follower.sync();
  await untilArchived(follower.index.changesAfter(0).at(-1) as number);
  // As a node in Bonsai mode, which serves proofs of 512 blocks.
  node.faults = { statesKept: blocksKept };
  view = await issueSample(peru);
  suspended = await change('suspend');
  reinstated = await change('reinstate');
  again = await change('suspend');
});

afterAll(() => network.stop());

/** Changes the status and lets some empty blocks pass, so that no two changes share a second. */
async function change(action: 'suspend' | 'reinstate'): Promise<number> {
  const { blockNumber } = await settled(peru, (await decide(peru, view, action)).id);
  await untilArchived(blockNumber as number);
  await network.chain.request('anvil_mine', [`0x${(blocksKept + 1).toString(16)}`, '0x5']);
  return blockNumber as number;
}

const untilArchived = (block: number) =>
  waitFor(
    () => mexico.agent.parts.archive.get(block),
    (entry) => entry !== undefined,
  );
const bundleAt = (block: number) =>
  call(mexico.url, 'getBundleAt', { key: mexico.keys.verifier, params: { block: String(block) } });
const readiness = () => mexico.as('machine').getReadiness({});

async function verdictAt(at: string): Promise<{ verdict: string; block: number | undefined }> {
  const token = await peru.as('auditor').getCredential({ params: { id: view.id }, query: {} });
  const body = { presented: new TextDecoder().decode(token), at };
  const { verdict, asOf } = await mexico.as('machine').verifyCredential({ body });
  return { verdict, block: asOf?.blockNumber };
}

const instantOf = async (block: number, plus = 0) => {
  const { timestamp } = (await mexico.agent.parts.bundles.at(block)).loaded.block;
  return new Date((timestamp + plus) * 1000).toISOString();
};

describe('after the nodes have forgotten', () => {
  it('bundles of every block in which something changed can still be made', async () => {
    for (const block of [suspended, reinstated, again] as number[]) {
      expect(await bundleAt(block)).toMatchObject({ status: 200 });
      // An agent that never made it before has it from the archive alone.
      await mexico.restart();
      const { loaded } = await mexico.agent.parts.bundles.at(block);
      expect(loaded.block.number).toBe(block);
    }
    expect(await readiness()).toMatchObject({ status: 'ready' });
  });

  it('a block in between is refused by name', async () => {
    expect(await bundleAt((suspended as number) + 1)).toMatchObject({
      status: 404,
      code: 'CHAIN_BLOCK_UNKNOWN',
    });
  });

  it('a past instant is answered from the newest archived block before it', async () => {
    const [then, later] = [await instantOf(suspended as number), await instantOf(reinstated as number, 5)];
    expect(await verdictAt(then)).toEqual({ verdict: 'SUSPENDED', block: suspended });
    expect(await verdictAt(later)).toEqual({ verdict: 'RECOGNISED', block: reinstated });
    expect((await verdictAt('2001-01-01T00:00:00Z')).verdict).toBe('UNDETERMINED');
  });

  it('also while no node answers', async () => {
    const then = await instantOf(suspended as number);
    await mexico.restart();
    const faults = node.faults;
    node.faults = { isDown: true };
    try {
      expect(await verdictAt(then)).toEqual({ verdict: 'SUSPENDED', block: suspended });
      expect(await bundleAt(reinstated as number)).toMatchObject({ status: 200 });
    } finally {
      node.faults = faults;
    }
    await waitFor(readiness, ({ status }) => status === 'ready');
  });

  it('one block a day is kept although nothing changed', async () => {
    const entries = await mexico.agent.parts.archive.list();
    const [first] = entries;
    const changes = new Set(mexico.agent.parts.follower.index.changesAfter((first?.number ?? 0) - 1));
    const unchanged = entries.filter(({ number }) => !changes.has(number));
    expect(entries.length).toBeGreaterThanOrEqual(changes.size);
    const today = Math.floor(Date.now() / 86_400_000);
    expect(entries.some(({ timestamp }) => Math.floor(timestamp / 86_400) === today)).toBe(true);
    expect(unchanged.length).toBeLessThanOrEqual(2);
  });
});

describe('what an agent missed', () => {
  it('while it was stopped is counted and named, and made good when a node has it after all', async () => {
    await mexico.agent.stop();
    const { blockNumber } = await settled(peru, (await decide(peru, view, 'reinstate')).id);
    const missed = blockNumber as number;
    await network.chain.request('anvil_mine', ['0x8', '0x5']);
    await mexico.restart();
    const state = await waitFor(readiness, ({ chain }) => chain.note !== undefined);
    expect(state).toMatchObject({ status: 'ready', chain: { ok: true } });
    expect(state.chain.note).toContain(`1 blocks with changes, ${missed} to ${missed}`);
    expect(await bundleAt(missed)).toMatchObject({ status: 404 });
    await mexico.agent.stop();
    node.faults = {};
    await mexico.restart();
    await untilArchived(missed);
    expect((await readiness()).chain.note).toBeUndefined();
  });

  it('while it ran, because the nodes serve no proofs, is a degradation', async () => {
    node.faults = { statesKept: 0 };
    const { blockNumber } = await settled(peru, (await decide(peru, view, 'suspend')).id);
    const state = await waitFor(readiness, ({ status }) => status === 'degraded');
    expect(state.chain).toMatchObject({ ok: true, note: expect.stringContaining(`${blockNumber}`) });
    node.faults = {};
  });

  it('during an outage is made good after it', async () => {
    await mexico.restart();
    await waitFor(readiness, ({ status }) => status === 'ready');
    node.faults = { keepsSilentOn: ['eth_getProof'] };
    const { blockNumber } = await settled(peru, (await decide(peru, view, 'reinstate')).id);
    expect(await mexico.agent.parts.archive.get(blockNumber as number)).toBeUndefined();
    node.faults = {};
    await untilArchived(blockNumber as number);
  });
});

describe('an entry that was damaged', () => {
  it('is not used, and replaced from a node', async () => {
    const { archive } = mexico.agent.parts;
    const block = suspended as number;
    const entry = await archive.get(block);
    if (entry === undefined) throw new Error('not archived');
    await archive.put({ ...entry, bytes: entry.bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) });
    node.faults = { statesKept: blocksKept };
    await mexico.restart();
    expect(await bundleAt(block)).toMatchObject({ status: 404 });
    node.faults = {};
    expect(await bundleAt(block)).toMatchObject({ status: 200 });
    expect(await mexico.agent.parts.archive.get(block)).toEqual(entry);
  });
});
