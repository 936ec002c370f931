import type { Deployment } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import type { EthrHistory, EthrReach } from '@eslabon/did';
import { type Anvil, startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChainClient, createChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import type { EventStore } from '../index/event-store.js';
import { type RandomHistories, randomDidHistories } from '../testing/did/random-did-histories.js';
import { seededRandom } from '../testing/random.js';
import { createEthrChain } from './create-ethr-chain.js';
import { indexDidEvents } from './index-did-events.js';
import { limitEvents, maxEvents } from './limit-events.js';
import { readDidHistory } from './read-did-history.js';

const chainId = 648_540;
const elsewhere: Address = `0x${'ee'.repeat(20)}`;

let anvil: Anvil;
let client: ChainClient;
let histories: RandomHistories;
let registry: { address: Address };
/** Whose events are many, in several blocks and several in one block. */
let busy: Address;
let truth: EthrHistory;
const blocks: { number: number; timestamp: number }[] = [];

beforeAll(async () => {
  anvil = await startAnvil({ chainId });
  client = createChainClient({ rpcUrl: anvil.nodeUrl, chainId });
  histories = await randomDidHistories(client, 12, seededRandom(5));
  registry = { address: histories.didRegistry };
  let { timestamp } = await getBlock(client, 'latest');
  for (let round = 0; round < 6; round++) {
    const block = await histories.round(timestamp);
    blocks.push(block);
    ({ timestamp } = block);
  }
  const all = await Promise.all(
    histories.dids.map(async ({ identity }) => ({
      identity,
      history: await readDidHistory(client, registry, identity),
    })),
  );
  const [most] = all.sort((a, b) => b.history.events.length - a.history.events.length);
  busy = most?.identity as Address;
  truth = most?.history as EthrHistory;
});

afterAll(() => anvil.stop());

type Answer = (method: string, params: readonly unknown[], ask: () => Promise<unknown>) => Promise<unknown>;

/** The same node, answering otherwise; and what it was asked. */
function lying(answer: Answer): ChainClient & { asked: string[] } {
  const asked: string[] = [];
  return {
    chainId,
    asked,
    request(method, params = []) {
      asked.push(method);
      return answer(method, params, () => client.request(method, params));
    },
  };
}

interface Log {
  blockNumber: string;
  blockHash: string;
  topics: string[];
}

const withLogs = (change: (logs: Log[]) => Log[]) =>
  lying(async (method, _, ask) => (method === 'eth_getLogs' ? change((await ask()) as Log[]) : ask()));

describe('readDidHistory', () => {
  it('reads all events with one question for them, and each block once', async () => {
    const node = lying((_method, _params, ask) => ask());
    expect(await readDidHistory(node, registry, busy)).toEqual(truth);
    expect(truth.events.length).toBeGreaterThan(6);
    expect(truth.head).toEqual({ number: blocks.at(-1)?.number, timestamp: blocks.at(-1)?.timestamp });
    const inBlocks = new Set(truth.events.map(({ blockNumber }) => blockNumber)).size;
    expect(inBlocks).toBeLessThan(truth.events.length);
    const count = (name: string) => node.asked.filter((method) => method === name).length;
    expect(count('eth_getLogs')).toBe(1);
    expect(count('eth_getBlockByNumber')).toBe(1 + inBlocks);
  });

  it('has the timestamps of the blocks', () => {
    for (const { blockNumber, timestamp } of truth.events) {
      expect(blocks.find(({ number }) => number === blockNumber)?.timestamp).toBe(timestamp);
    }
  });

  it('follows the links from block to block where the node refuses the range', async () => {
    const node = lying((method, params, ask) => {
      const [filter] = params as [{ fromBlock: string; toBlock: string }];
      const isRange = method === 'eth_getLogs' && filter.fromBlock !== filter.toBlock;
      return isRange ? Promise.resolve({ not: 'logs' }) : ask();
    });
    expect(await readDidHistory(node, registry, busy)).toEqual(truth);
  });

  it('asks for no events of an identity that never changed', async () => {
    const node = lying((_method, _params, ask) => ask());
    expect(await readDidHistory(node, registry, elsewhere)).toEqual({ head: truth.head, events: [] });
    expect(node.asked).not.toContain('eth_getLogs');
  });

  /** ERC-1056 links blocks: what is not the first change in its block could be left out without a trace. */
  const isLinked = ({ previousChange, blockNumber }: EthrHistory['events'][number]) =>
    previousChange < blockNumber;

  it('notices a block that the node leaves out, and the first change of any', async () => {
    const linked = truth.events.filter(isLinked);
    expect(linked.length).toBeGreaterThan(2);
    for (const event of linked) {
      const at = truth.events.indexOf(event);
      const first = withLogs((logs) => logs.filter((_, index) => index !== at));
      const block = withLogs((logs) => logs.filter((log) => Number(log.blockNumber) !== event.blockNumber));
      for (const node of [first, block]) {
        await expect(readDidHistory(node, registry, busy)).rejects.toMatchObject({
          code: 'CHAIN_INDEX_DIVERGED',
        });
      }
    }
  });

  it.each<[string, (log: Log) => Log]>([
    ['of another identity', (log) => ({ ...log, topics: [log.topics[0] as string, `0x${'0'.repeat(64)}`] })],
    [
      'that is none of the contract',
      (log) => ({ ...log, topics: [`0x${'1'.repeat(64)}`, log.topics[1] as string] }),
    ],
    ['of another block than it says', (log) => ({ ...log, blockHash: `0x${'2'.repeat(64)}` })],
  ])('refuses an event %s', async (_, change) => {
    const node = withLogs((logs) => logs.map((log, at) => (at === 1 ? change(log) : log)));
    await expect(readDidHistory(node, registry, busy)).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });

  it('reads no more than 2,000 events', () => {
    expect(limitEvents(Array(maxEvents).fill(0), busy).length).toBe(2_000);
    expect(() => limitEvents(Array(maxEvents + 1).fill(0), busy)).toThrow(
      expect.objectContaining({ code: 'DID_FEATURE_UNSUPPORTED' }),
    );
  });
});

describe('createEthrChain with an index', () => {
  /** An event index of the chain from a block on, and the chain as did:ethr sees it through it. */
  function indexed(node: ChainClient, inner: EventStore = createMemoryEventStore(), deployBlock = 0) {
    const other = (digit: string) => ({
      address: `0x${digit.repeat(40)}` as Address,
      codeHash: `0x${'0'.repeat(64)}` as const,
    });
    const contracts = {
      didRegistry: { ...other('0'), address: registry.address },
      authorityRegistry: other('1'),
      arrangementRegistry: other('2'),
      statusRegistry: other('3'),
    };
    const deployment = { chainId, contracts } as Deployment;
    const { store, index } = indexDidEvents(inner, registry.address);
    const events = createEventIndex({ client: node, deployment, deployBlock, store });
    const chain = createEthrChain({ client: node, registry, indexed: { index, sync: () => events.sync() } });
    return { events, chain, index, store };
  }

  const honest = () => lying((_method, _params, ask) => ask());

  it('has of every identity what the node has', async () => {
    const { chain } = indexed(honest());
    for (const { identity } of [...histories.dids, { identity: elsewhere }]) {
      expect(await chain.history(identity, 'newest')).toEqual(
        await readDidHistory(client, registry, identity),
      );
    }
  });

  it('asks the node for nothing that lies in the past', async () => {
    const node = honest();
    const { chain, events } = indexed(node);
    await events.sync();
    node.asked.length = 0;
    const past: EthrReach[] = [
      { block: truth.head.number },
      { block: 1 },
      { instant: truth.head.timestamp - 1 },
    ];
    for (const reach of past) expect(await chain.history(busy, reach)).toEqual(truth);
    for (const { number, timestamp } of blocks) expect(await chain.timestampOf(number)).toBe(timestamp);
    expect(node.asked).toEqual([]);
    await chain.history(busy, 'newest');
    await chain.history(busy, { instant: truth.head.timestamp });
    expect(node.asked.filter((method) => method === 'eth_call').length).toBe(2);
  });

  it('answers for the past after a restart while no node does, and for now not', async () => {
    const inner = createMemoryEventStore();
    await indexed(honest(), inner).events.sync();
    const { chain } = indexed(
      lying(() => Promise.reject(new Error('no node'))),
      inner,
    );
    expect(await chain.history(busy, { block: truth.head.number })).toEqual(truth);
    await expect(chain.history(busy, 'newest')).rejects.toThrow('no node');
    await expect(chain.history(busy, { block: truth.head.number + 1 })).rejects.toThrow('no node');
    // Whether an identity changed before the index began is for the chain to say.
    await expect(chain.history(elsewhere, { block: 1 })).rejects.toThrow('no node');
  });

  it('reads an identity from the node whose first changes are older than the index', async () => {
    const begin = truth.events.find(({ blockNumber }) => blockNumber > (truth.events[0]?.blockNumber ?? 0));
    const { chain, index } = indexed(honest(), createMemoryEventStore(), begin?.blockNumber);
    for (const reach of ['newest', { block: truth.head.number }] as const) {
      expect(await chain.history(busy, reach)).toEqual(truth);
    }
    expect(index.eventsOf(busy).length).toBeLessThan(truth.events.length);
  });

  it('reads from the node what the index lost', async () => {
    const inner = createMemoryEventStore();
    await indexed(honest(), inner).events.sync();
    const linked = truth.events.flatMap(({ previousChange, blockNumber }, at) =>
      previousChange < blockNumber ? [at] : [],
    );
    for (const lost of linked) {
      let seen = -1;
      const forgetful: EventStore = {
        ...inner,
        async load() {
          const stored = await inner.load();
          const isBusy = (topic: string | undefined) => topic?.endsWith(busy.slice(2)) ?? false;
          return {
            ...stored,
            logs: stored.logs.filter(({ topics }) => !isBusy(topics[1]) || ++seen !== lost),
          };
        },
      };
      const { chain, index } = indexed(honest(), forgetful);
      expect(await chain.history(busy, 'newest')).toEqual(truth);
      expect(index.eventsOf(busy).length).toBe(truth.events.length - 1);
    }
  });

  it('forgets what its store forgets, and keeps to what its store has', async () => {
    const inner = createMemoryEventStore();
    const { events, store, index } = indexed(honest(), inner);
    await events.sync();
    const cut = truth.events[3]?.blockNumber as number;
    const { hash, number, timestamp } = await getBlock(client, cut);
    await store.cut({ hash, number, timestamp });
    expect(index.head()).toEqual({ number, timestamp });
    expect(index.eventsOf(busy)).toEqual(truth.events.filter(({ blockNumber }) => blockNumber <= cut));
    expect(index.timestampOf(blocks.at(-1)?.number as number)).toBeUndefined();
    inner.append = () => Promise.reject(new Error('disk full'));
    await expect(
      store.append({ head: { hash, number: cut + 1, timestamp }, blocks: [], logs: [] }),
    ).rejects.toThrow();
    expect(index.head()).toEqual({ number, timestamp });
    await store.clear();
    expect([index.head(), index.eventsOf(busy), index.timestampOf(cut)]).toEqual([undefined, [], undefined]);
  });

  it('asks the node for the timestamp of a block without events', async () => {
    const { chain } = indexed(honest());
    expect(await chain.timestampOf(0)).toBe((await getBlock(client, 0)).timestamp);
    await expect(chain.timestampOf(99_999)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
  });
});
