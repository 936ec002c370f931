import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusMask } from '@eslabon/core';
import type { Anvil, FaultyNode } from '@eslabon/testkit';
import { startAnvil, startFaultyNode } from '@eslabon/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { archiveStates } from '../archive/archive-states.js';
import { createMemoryProofArchive } from '../archive/create-memory-proof-archive.js';
import { createChainClient } from '../client/create-chain-client.js';
import type { NodePool } from '../client/pool/create-node-pool.js';
import { createNodePool } from '../client/pool/create-node-pool.js';
import type { NodeFinding } from '../client/pool/gather-failures.js';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import type { EventIndex } from '../index/event-index.js';
import { setStatus } from '../instructions/set-status.js';
import { expectRoots } from '../testing/expect-roots.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { collectBundle } from './collect-bundle.js';
import { healIndex } from './heal-index.js';

/** Two chains that were one until `split`: the second is a copy of the first, which went on otherwise. */
let net: TestRegistries;
let fork: Anvil;
let folder: string;
let split: number;
let [a, b]: [FaultyNode, FaultyNode] = [] as never;
const forkClient = () => createChainClient({ rpcUrl: fork.rpcUrl, chainId: net.client.chainId });

function suspend(bit: number): Promise<number> {
  const changes = [{ list: 1, word: 0, revoke: 0n, suspend: statusMask(bit), reinstate: 0n }];
  return net.act(net.authority('PE'), 'statusRegistry', setStatus, { changes });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eslabon-fork-'));
  const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')];
  net = await startRegistries(['PE', 'MX'], undefined, one);
  split = await suspend(1);
  await net.anvil.stop();
  cpSync(one, other);
  cpSync(`${one}.journal`, `${other}.journal`);
  net.anvil = await startAnvil({ statePath: one, port: net.anvil.port });
  fork = await startAnvil({ statePath: other });
  await suspend(2);
  await suspend(3);
  await forkClient().request('anvil_mine', ['0x3']);
});

afterAll(async () => {
  await Promise.all([net.anvil.stop(), fork.stop()]);
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  [a, b] = (await Promise.all([1, 2].map(() => startFaultyNode(net.anvil.rpcUrl)))) as [
    FaultyNode,
    FaultyNode,
  ];
});

afterEach(() => Promise.all([a.close(), b.close()]));

/** A pool and an index that follows it, from a store that may have something already. */
function open(
  nodes: readonly { rpcUrl: string }[],
  store = createMemoryEventStore(),
  archive = createMemoryProofArchive(),
) {
  const { deployment } = net;
  const rpcUrls = nodes.map(({ rpcUrl }) => rpcUrl);
  const pool = createNodePool({
    rpcUrls,
    chainId: net.client.chainId,
    timeoutMs: 2_000,
    surveyMs: 0,
    lagLimit: 1e9,
  });
  const index = createEventIndex({
    client: pool,
    deployment,
    deployBlock: deployment.deployBlock,
    store,
    archive,
  });
  return { pool, index };
}

const collect = ({ pool, index }: { pool: NodePool; index: EventIndex }, blockNumber?: number) =>
  collectBundle({
    client: pool,
    deployment: net.deployment,
    index,
    attest: async () => 'statement',
    ...(blockNumber === undefined ? {} : { blockNumber }),
  });

const suspended = (index: EventIndex) => index.factsAt().statuses.lists[0]?.suspended.get(0) ?? 0n;
const findings = (error: { details?: unknown }) =>
  ((error.details as { nodes: NodeFinding[] }).nodes ?? []).map(({ code }) => code);
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => ({}),
    (error: { details?: unknown }) => error,
  );
const ours = statusMask(1) | statusMask(2) | statusMask(3);

describe('a node of another fork', () => {
  /** A store that has followed our chain to its head. */
  async function followed() {
    const store = createMemoryEventStore();
    const { head } = await open([a], store).index.sync();
    return { store, head };
  }

  it('is left aside as long as another one has what was followed', async () => {
    const { store, head } = await followed();
    const { pool, index } = open([fork, a], store);
    expect(await index.sync()).toEqual({ head });
    expect(pool.status()).toMatchObject([{ ok: false, code: 'CHAIN_FORKED' }, { ok: true }]);
    expect([suspended(index), index.generation()]).toEqual([ours, 0]);
  });

  it('is not believed while the others cannot be asked', async () => {
    const { store } = await followed();
    b.faults = { isDown: true };
    const { pool, index } = open([fork, b], store);
    const failure = await failureOf(index.sync());
    expect(failure).toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    expect(findings(failure).sort()).toEqual(['CHAIN_FORKED', 'CHAIN_UNREACHABLE']);
    expect([suspended(index), index.generation()]).toEqual([ours, 0]);
    expect(pool.status()).toMatchObject([{ ok: true }, { ok: false }]);
  });

  it('is believed when most are of its mind, and only what was lost is read again', async () => {
    const { store } = await followed();
    const second = await startFaultyNode(fork.rpcUrl);
    b.faults = { isDown: true };
    try {
      const archive = createMemoryProofArchive();
      const { index: old } = open([a], createMemoryEventStore());
      const { head: last } = await old.sync();
      await archiveStates({ client: net.client, deployment: net.deployment, index: old, archive }, [
        split,
        split + 1,
        last,
      ]);
      const { index } = open([second, fork, b], store, archive);
      const before = second.asked.length;
      const { head } = await index.sync();
      expect(second.asked.slice(before).filter((method) => method === 'eth_getLogs')).toHaveLength(1);
      expect([suspended(index), index.generation()]).toEqual([statusMask(1), 1]);
      expect(index.changesAfter(split - 1)).toEqual([split]);
      expect((await archive.list()).map(({ number }) => number)).toEqual([split]);
      await expectRoots({ ...net, client: forkClient() }, index.factsAt(), head);
    } finally {
      await second.close();
    }
  });

  it('gives no proofs of a block that it has otherwise', async () => {
    const { pool, index } = open([a, fork]);
    const { head } = await index.sync();
    a.faults = { change: (method, result) => (method === 'eth_getProof' ? null : result) };
    const failure = await failureOf(collect({ pool, index }, head - 1));
    expect(findings(failure).sort()).toEqual(['CHAIN_BLOCK_UNKNOWN', 'CHAIN_INDEX_DIVERGED']);
  });
});

describe('a node that lies', () => {
  const bend = (member: string, value: unknown) => (method: string, result: unknown) =>
    method === 'eth_getProof' ? { ...(result as object), [member]: value } : result;
  const zeros = `0x${'00'.repeat(32)}`;

  it.each([
    ['about storage', { change: bend('storageHash', zeros) }, 'CHAIN_RESPONSE_INVALID'],
    ['about code', { change: bend('codeHash', zeros) }, 'CHAIN_RESPONSE_INVALID'],
    ['by leaving out the proof', { change: bend('accountProof', []) }, 'CHAIN_RESPONSE_INVALID'],
    [
      'about the state root',
      {
        change: (method: string, result: unknown) =>
          method === 'eth_getBlockByNumber' ? { ...(result as object), stateRoot: zeros } : result,
      },
      'CHAIN_RESPONSE_INVALID',
    ],
  ])('%s is found out, and the next is asked from the beginning', async (_, faults, code) => {
    const { pool, index } = open([a, b]);
    const { head } = await index.sync();
    a.faults = faults;
    const before = b.asked.length;
    const content = await collect({ pool, index }, head);
    expect(content.facts).toEqual(index.factsAt());
    expect(pool.status()).toMatchObject([{ ok: false, code }, { ok: true }]);
    // The head for the survey, then header and four accounts: all from the one node.
    const asked = b.asked.slice(before).filter((method) => method !== 'eth_chainId');
    expect(asked.sort()).toEqual([
      ...['eth_getBlockByNumber', 'eth_getBlockByNumber'],
      ...['eth_getProof', 'eth_getProof', 'eth_getProof', 'eth_getProof'],
    ]);
  });

  it('by withholding an event is found out when all is read anew', async () => {
    const { statusRegistry } = net.deployment.contracts;
    a.faults = {
      change: (method, result) =>
        method === 'eth_getLogs'
          ? (result as { address: string }[]).filter(({ address }) => address !== statusRegistry.address)
          : result,
    };
    const { pool, index } = open([a, b]);
    await index.sync();
    expect(suspended(index)).toBe(0n);
    const failure = await failureOf(collect({ pool, index }));
    expect(failure).toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
    // Both contradict what was read: nobody can tell yet who is wrong.
    expect(pool.status().every(({ ok }) => ok)).toBe(true);
    await healIndex({ client: pool, deployment: net.deployment, index });
    expect(pool.status()).toMatchObject([{ ok: false, code: 'CHAIN_INDEX_DIVERGED' }, { ok: true }]);
    expect(suspended(index)).toBe(ours);
    expect((await collect({ pool, index })).facts).toEqual(index.factsAt());
  });

  it('leaves nothing to believe when the only other one is pruned', async () => {
    const { pool, index } = open([a, b]);
    await index.sync();
    a.faults = { change: bend('storageHash', zeros) };
    b.faults = { statesKept: 1 };
    const failure = await failureOf(collect({ pool, index }, split));
    expect(failure).toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
    expect(findings(failure)).toEqual(['CHAIN_RESPONSE_INVALID', 'CHAIN_BLOCK_UNKNOWN']);
  });
});
