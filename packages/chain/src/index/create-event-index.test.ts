import { startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { setStatus } from '../instructions/set-status.js';
import { expectRoots } from '../testing/expect-roots.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { createEventIndex } from './create-event-index.js';
import { createMemoryEventStore } from './create-memory-event-store.js';
import type { EventStore, StoredBlock } from './event-store.js';

let net: TestRegistries;

beforeAll(async () => {
  net = await startRegistries(['PE', 'MX']);
});

afterAll(async () => {
  await net.anvil.stop();
});

function open(store: EventStore, client: ChainClient = net.client) {
  const { deployment } = net;
  return createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
}

function suspendOne(word: number): Promise<number> {
  const change = { list: 0, word, revoke: 0n, suspend: 1n, reinstate: 0n };
  return net.act(net.authority('PE'), 'statusRegistry', setStatus, { changes: [change] });
}

/** Counts the questions asked by method, and lets a test answer some itself. */
function watched(intercept: (method: string, params: readonly unknown[]) => unknown = () => undefined) {
  const asked: string[] = [];
  const client: ChainClient = {
    ...net.client,
    async request(method, params = []) {
      asked.push(method);
      return (await intercept(method, params)) ?? net.client.request(method, params);
    },
  };
  return { asked, client };
}

describe('createEventIndex', () => {
  it('has nothing to say before the first sync, nor of blocks outside what it followed', async () => {
    const index = open(createMemoryEventStore());
    expect(index.head()).toBe(net.deployment.deployBlock - 1);
    const unknown = expect.objectContaining({ code: 'CHAIN_BLOCK_UNKNOWN' });
    expect(() => index.factsAt()).toThrow(unknown);
    const { head } = await index.sync();
    expect(index.head()).toBe(head);
    expect(() => index.factsAt(head + 1)).toThrow(unknown);
    expect(() => index.factsAt(net.deployment.deployBlock - 1)).toThrow(unknown);
    expect(index.factsAt(net.deployment.deployBlock).authorities.records).toEqual([]);
  });

  it('goes on from its store, without reading again what it has', async () => {
    const store = createMemoryEventStore();
    await suspendOne(1);
    await open(store).sync();
    const block = await suspendOne(2);
    const { asked, client } = watched();
    const index = open(store, client);
    expect(await index.sync()).toEqual({ head: block });
    expect(asked.filter((method) => method === 'eth_getLogs')).toHaveLength(1);
    await expectRoots(net, index.factsAt(), block);
    expect((await store.load()).head?.number).toBe(block);
    expect(index.timestamps.get(block)).toBe(await net.now());
  });

  it('sees at each sync at least the blocks that were there when it was asked', async () => {
    const index = open(createMemoryEventStore());
    const first = index.sync();
    const block = await suspendOne(3);
    const [, { head }] = await Promise.all([first, index.sync()]);
    expect(head).toBeGreaterThanOrEqual(block);
    await expectRoots(net, index.factsAt(block), block);
  });

  it('hands out copies', async () => {
    const index = open(createMemoryEventStore());
    const { head } = await index.sync();
    const facts = index.factsAt();
    facts.statuses.lists[0]?.suspended.clear();
    facts.authorities.records.length = 0;
    await expectRoots(net, index.factsAt(), head);
  });

  it('halves ranges that the node finds too large', async () => {
    await net.client.request('anvil_mine', ['0x9c4']);
    const block = await suspendOne(4);
    const sizes: number[] = [];
    const { client } = watched((method, params) => {
      if (method !== 'eth_getLogs') return undefined;
      const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string };
      const size = Number(toBlock) - Number(fromBlock) + 1;
      sizes.push(size);
      // What a node sends when there is too much: an answer that is no list of events.
      return size > 600 ? { error: 'too many' } : undefined;
    });
    const index = open(createMemoryEventStore(), client);
    expect((await index.sync()).head).toBe(block);
    expect(sizes[0]).toBe(2_000);
    expect(sizes.filter((size) => size <= 600).reduce((a, b) => a + b, 0)).toBe(
      block - net.deployment.deployBlock + 1,
    );
    await expectRoots(net, index.factsAt(), block);
  });

  it('keeps what it has over an outage in the middle, and goes on afterwards', async () => {
    const store = createMemoryEventStore();
    let answers = 0;
    const dead = createChainClient({ rpcUrl: 'http://127.0.0.1:1', chainId: net.client.chainId });
    const { client } = watched((method) =>
      method === 'eth_getLogs' && answers++ === 1 ? dead.request(method) : undefined,
    );
    const index = open(store, client);
    await expect(index.sync()).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    expect(index.head()).toBe((await store.load()).head?.number);
    expect(index.head()).toBeGreaterThan(net.deployment.deployBlock);
    const { head } = await index.sync();
    await expectRoots(net, index.factsAt(), head);
  });

  it('does not keep in memory what its store refused', async () => {
    const store = createMemoryEventStore();
    let isFull = true;
    const index = open({
      ...store,
      append: async (batch) => {
        if (isFull) throw new Error('disk full');
        await store.append(batch);
      },
    });
    await expect(index.sync()).rejects.toThrow('disk full');
    isFull = false;
    const { head } = await index.sync();
    await expectRoots(net, index.factsAt(), head);
    const again = open(store);
    await again.sync();
    expect(again.factsAt()).toEqual(index.factsAt());
  });

  it('finds events that contradict those before them, and starts over when told to', async () => {
    const store = createMemoryEventStore();
    const { client } = watched(async (method, params) => {
      if (method !== 'eth_getLogs') return undefined;
      // The first event of all is the admission of the authority with index 0.
      return ((await net.client.request(method, params)) as unknown[]).slice(1);
    });
    await expect(open(store, client).sync()).rejects.toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
    expect(await store.load()).toEqual({ blocks: [], logs: [] });

    await open(store).sync();
    const stored = await store.load();
    const damaged = createMemoryEventStore();
    await damaged.append({
      ...stored,
      head: stored.head as NonNullable<typeof stored.head>,
      logs: stored.logs.slice(1),
    });
    const index = open(damaged);
    await expect(index.sync()).rejects.toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
    const { head } = await index.rebuild(net.client);
    await expectRoots(net, index.factsAt(), head);
  });

  it('refuses events whose block has another hash', async () => {
    const { client } = watched(async (method, params) => {
      if (method !== 'eth_getLogs') return undefined;
      const logs = (await net.client.request(method, params)) as { blockHash: string }[];
      return logs.map((log) => ({ ...log, blockHash: `0x${'00'.repeat(32)}` }));
    });
    await expect(open(createMemoryEventStore(), client).sync()).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });
});

describe('a chain that was started anew', () => {
  it('is read anew, whether it is shorter or only other', async () => {
    const store = createMemoryEventStore();
    const old = await startRegistries(['PE', 'MX']);
    const { deployment } = old;
    const follow = (client: ChainClient) =>
      createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
    for (let i = 0; i < 4; i++) await old.pass(5);
    const { head } = await follow(old.client).sync();
    await old.anvil.stop();

    const anvil = await startAnvil({ port: old.anvil.port });
    try {
      const index = follow(old.client);
      await expect(follow(old.client).sync()).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
      await old.client.request('anvil_mine', ['0x2']);
      expect(await index.sync()).toEqual({ head: 2 });
      expect(index.factsAt().authorities.records).toEqual([]);
      await old.client.request('anvil_mine', [`0x${(head - 2).toString(16)}`]);
      const other = await follow(old.client).sync();
      expect(other.head).toBe(head);
      expect((await store.load()).logs).toEqual([]);
    } finally {
      await anvil.stop();
    }
  });

  it.each([1, 2, 3])(
    'is read anew from the last block that both have, %i blocks with events ago',
    async (lost) => {
      const store = createMemoryEventStore();
      await open(store).sync();
      const { blocks, logs } = await store.load();
      const foreign = createMemoryEventStore();
      const hash = `0x${'11'.repeat(32)}` as const;
      const kept = blocks.length - lost;
      const other = blocks.map((block, at) => (at < kept ? block : { ...block, hash }));
      // Of the lost blocks it knows no events, those before them it must not ask for again.
      const last = blocks[kept - 1] as StoredBlock;
      await foreign.append({
        head: other.at(-1) as StoredBlock,
        blocks: other,
        logs: logs.filter(({ blockNumber }) => blockNumber <= last.number),
      });
      const from: number[] = [];
      const { client } = watched((method, params) => {
        if (method === 'eth_getLogs') from.push(Number((params[0] as { fromBlock: string }).fromBlock));
        return undefined;
      });
      const index = open(foreign, client);
      const synced = await index.sync();
      expect(from[0]).toBe(last.number + 1);
      expect(index.generation()).toBe(1);
      await expectRoots(net, index.factsAt(), synced.head);
      expect(await foreign.load()).toEqual(await store.load());
    },
  );

  it('is waited for when it is merely behind, and nothing is read again', async () => {
    const store = createMemoryEventStore();
    const block = await suspendOne(5);
    await net.client.request('anvil_mine', ['0x3']);
    await open(store).sync();
    const { asked, client } = watched((method, params) =>
      method === 'eth_getBlockByNumber' && params[0] === 'latest'
        ? net.client.request(method, [`0x${(block + 1).toString(16)}`, false])
        : undefined,
    );
    const index = open(store, client);
    expect(await index.sync()).toEqual({ head: block + 1 });
    expect([index.head(), index.generation()]).toEqual([block + 3, 0]);
    expect(asked).not.toContain('eth_getLogs');
  });
});
