import { encodeBundle } from '@eslabon/bundle';
import type { EslabonError } from '@eslabon/core';
import { statusMask } from '@eslabon/core';
import type { FaultyNode } from '@eslabon/testkit';
import { startFaultyNode } from '@eslabon/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createChainClient } from '../client/create-chain-client.js';
import { createNodePool } from '../client/pool/create-node-pool.js';
import { collectBundle } from '../collect/collect-bundle.js';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import type { EventIndex } from '../index/event-index.js';
import { setStatus } from '../instructions/set-status.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { archiveStates } from './archive-states.js';
import type { ArchiveEntry } from './archived-state.js';
import { createMemoryProofArchive } from './create-memory-proof-archive.js';
import { decodeArchivedState } from './decode-archived-state.js';
import { encodeArchivedState } from './encode-archived-state.js';
import type { ProofArchive } from './proof-archive.js';

let net: TestRegistries;
let node: FaultyNode;
let index: EventIndex;
let archive: ProofArchive;
let doubts: EslabonError[];
/** Blocks in which a certificate was suspended, one after another. */
let suspensions: number[];

const client = () => createChainClient({ rpcUrl: node.rpcUrl, chainId: net.client.chainId });
const options = () => ({ client: client(), deployment: net.deployment, index, archive });

/** A bundle as of a block that names what attests it instead of being signed. */
const collect = (blockNumber: number) =>
  collectBundle({
    ...options(),
    blockNumber,
    onDoubt: (doubt) => doubts.push(doubt),
    attest: async ({ hash }) => hash,
  });

beforeAll(async () => {
  net = await startRegistries(['PE', 'MX']);
  const suspend = (at: number) => {
    const change = { list: 1, word: 0, revoke: 0n, suspend: statusMask(at), reinstate: 0n };
    return net.act(net.authority('PE'), 'statusRegistry', setStatus, { changes: [change] });
  };
  suspensions = [];
  for (let at = 0; at < 5; at++) {
    suspensions.push(await suspend(at));
    await net.pass(10);
  }
  node = await startFaultyNode(net.anvil.rpcUrl);
  index = createEventIndex({
    client: client(),
    deployment: net.deployment,
    deployBlock: net.deployment.deployBlock,
    store: createMemoryEventStore(),
  });
  await index.sync();
});

afterAll(async () => {
  await node.close();
  await net.anvil.stop();
});

beforeEach(() => {
  archive = createMemoryProofArchive();
  doubts = [];
  node.faults = {};
});

describe('archiveStates', () => {
  it('keeps what a past bundle needs when no node has its state any more', async () => {
    const block = suspensions[2] as number;
    const before = await collect(block);
    const kept: number[] = [];
    expect(
      await archiveStates({ ...options(), onKept: (number) => kept.push(number) }, suspensions),
    ).toBeUndefined();
    expect(kept).toEqual(suspensions.toReversed());
    node.faults = { statesKept: 1 };
    const after = await collect(block);
    expect(encodeBundle(after)).toEqual(encodeBundle(before));
    expect(after.facts.statuses.lists[0]?.suspended.get(0)).toBe(
      statusMask(0) | statusMask(1) | statusMask(2),
    );
    node.faults = { isDown: true };
    expect(encodeBundle(await collect(block))).toEqual(encodeBundle(before));
    expect(doubts).toEqual([]);
    await expect(collect(block - 20)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
  });

  it('takes the newest blocks first, and stops at the first whose state is gone', async () => {
    node.faults = { statesKept: 4 };
    const asked = () => node.asked.filter((method) => method === 'eth_getProof').length;
    const before = asked();
    expect(await archiveStates(options(), suspensions)).toBe(suspensions[2]);
    expect((await archive.list()).map(({ number }) => number)).toEqual(suspensions.slice(3));
    // Four accounts each; of the first that is gone too, of the others none.
    expect(asked() - before).toBe(3 * 4);
  });

  it('keeps what it has over an outage', async () => {
    const failing = archiveStates(
      { ...options(), onKept: () => (node.faults = { isDown: true }) },
      suspensions,
    );
    await expect(failing).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    expect((await archive.list()).map(({ number }) => number)).toEqual(suspensions.slice(-1));
  });

  it('asks the next node for state that the first no longer keeps', async () => {
    node.faults = { statesKept: 1 };
    const pool = createNodePool({ rpcUrls: [node.rpcUrl, net.anvil.rpcUrl], chainId: net.client.chainId });
    expect(await archiveStates({ ...options(), client: pool }, suspensions)).toBeUndefined();
    expect((await archive.list()).map(({ number }) => number)).toEqual(suspensions);
  });

  it('keeps nothing that does not hold', async () => {
    node.faults = {
      change: (method, result) =>
        method === 'eth_getProof' ? { ...(result as object), storageHash: `0x${'00'.repeat(32)}` } : result,
    };
    await expect(archiveStates(options(), suspensions)).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
    expect(await archive.list()).toEqual([]);
  });
});

describe('an entry of the archive', () => {
  let entry: ArchiveEntry;

  beforeEach(async () => {
    await archiveStates(options(), suspensions.slice(0, 2));
    entry = (await archive.get(suspensions[0] as number)) as ArchiveEntry;
  });

  it('has the same bytes whatever order its nodes came in', () => {
    const state = decodeArchivedState(entry);
    expect(encodeArchivedState({ ...state, nodes: state.nodes.toReversed() })).toEqual(entry.bytes);
  });

  it('is found by its block, and by any later block or instant', async () => {
    const [first, second] = (await archive.list()) as [ArchiveEntry, ArchiveEntry];
    const nearest = async (position: Parameters<ProofArchive['nearest']>[0]) =>
      (await archive.nearest(position))?.number;
    expect(await nearest({ block: first.number - 1 })).toBeUndefined();
    expect(await nearest({ block: second.number - 1 })).toBe(first.number);
    expect(await nearest({ block: second.number + 9 })).toBe(second.number);
    expect(await nearest({ instant: first.timestamp - 1 })).toBeUndefined();
    expect(await nearest({ instant: first.timestamp })).toBe(first.number);
    expect(await nearest({ instant: second.timestamp + 9 })).toBe(second.number);
    await archive.cut(first.number);
    expect(await nearest({ block: second.number })).toBe(first.number);
  });

  it('that any bit of was changed is noticed, not used, and replaced by what a node proves', async () => {
    const step = Math.ceil(entry.bytes.length / 60);
    for (let at = 0; at < entry.bytes.length; at += step) {
      doubts = [];
      const bytes = Uint8Array.from(entry.bytes);
      bytes[at] = (bytes[at] as number) ^ 1;
      await archive.put({ ...entry, bytes });
      const content = await collect(entry.number);
      expect(doubts.map(({ code }) => code)).toEqual(['ARCHIVE_DAMAGED']);
      expect(content.facts.statuses.lists[0]?.suspended.get(0)).toBe(statusMask(0));
      expect(await archive.get(entry.number)).toEqual(entry);
    }
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['empty', () => new Uint8Array()],
    ['longer', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ['of another version', (bytes: Uint8Array) => Uint8Array.from(bytes).fill(2, 3, 4)],
    ['without a node', (bytes: Uint8Array) => rewrite(bytes, (nodes) => nodes.slice(1))],
    [
      'with a node too many',
      (bytes: Uint8Array) => rewrite(bytes, (nodes) => [...nodes, new Uint8Array(40)]),
    ],
    ['of another chain', (bytes: Uint8Array) => rewrite(bytes, (nodes) => nodes, 1)],
  ])('that is %s is not used when no node can replace it either', async (_, change) => {
    await archive.put({ ...entry, bytes: change(entry.bytes) });
    node.faults = { statesKept: 1 };
    await expect(collect(entry.number)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
    expect(doubts).toMatchObject([{ code: 'ARCHIVE_DAMAGED', details: { block: entry.number } }]);
  });

  it('that belongs to another block is noticed', async () => {
    const other = (await archive.get(suspensions[1] as number)) as ArchiveEntry;
    await archive.put({ ...other, number: entry.number });
    await collect(entry.number);
    expect(doubts).toMatchObject([{ code: 'ARCHIVE_DAMAGED' }]);
    // Whole in itself, but of a block whose facts are others.
    const foreign = createEventIndex({
      client: client(),
      deployment: net.deployment,
      deployBlock: net.deployment.deployBlock,
      store: createMemoryEventStore(),
    });
    await foreign.sync();
    const lying = { ...foreign, factsAt: () => foreign.factsAt(other.number) };
    await archive.put(entry);
    node.faults = { isDown: true };
    const collecting = collectBundle({
      ...options(),
      index: lying,
      blockNumber: entry.number,
      onDoubt: (doubt) => doubts.push(doubt),
      attest: async () => '',
    });
    await expect(collecting).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    expect(doubts.at(-1)).toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
  });

  function rewrite(
    bytes: Uint8Array,
    change: (nodes: readonly Uint8Array[]) => Uint8Array[] | readonly Uint8Array[],
    chainId?: number,
  ) {
    const state = decodeArchivedState({ ...entry, bytes });
    return encodeArchivedState({ ...state, nodes: change(state.nodes), ...(chainId ? { chainId } : {}) });
  }

  it('takes a few kilobytes', () => {
    expect(entry.bytes.length).toBeGreaterThan(1_500);
    expect(entry.bytes.length).toBeLessThan(6_000);
  });
});
