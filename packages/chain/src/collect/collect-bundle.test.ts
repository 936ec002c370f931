import type { BundleContent, TrustAnchor } from '@eslabon/bundle';
import { attestBlock, encodeBundle, openBundle } from '@eslabon/bundle';
import type { Hex } from '@eslabon/core';
import { formatEthrDid, inForce } from '@eslabon/core';
import type { PublicKey } from '@eslabon/credentials';
import { formatMultikey } from '@eslabon/credentials';
import { testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexToBytes } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import type { EventStore, StoredEvents } from '../index/event-store.js';
import { mexico as mx, peru as pe, playScene } from '../testing/play-scene.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import type { BlockToAttest } from './collect-bundle.js';
import { collectBundle } from './collect-bundle.js';

const secret = hexToBytes(testKey('authority of PE'));
const key: PublicKey = { algorithm: 'ES256K', bytes: secp256k1.getPublicKey(secret, true) };
const store = createMemoryEventStore();

let net: TestRegistries;
let trust: TrustAnchor;
/** Block with one certificate suspended; after it, the certificate is reinstated. */
let suspendedAt: number;

function indexOf(events: EventStore, client: ChainClient = net.client) {
  const { deployment } = net;
  return createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store: events });
}

function attest(block: BlockToAttest): Promise<string> {
  const did = formatEthrDid({ chainId: net.client.chainId, address: net.authority(pe).address });
  return attestBlock({
    ...block,
    did,
    kid: `${did}#controller`,
    algorithm: 'ES256K',
    chainId: net.client.chainId,
    sign: (data) => secp256k1.sign(data, secret),
  });
}

function collect(
  blockNumber?: number,
  events: EventStore = store,
  client = net.client,
): Promise<BundleContent> {
  const index = indexOf(events, client);
  return collectBundle({
    client,
    deployment: net.deployment,
    index,
    attest,
    ...(blockNumber ? { blockNumber } : {}),
  });
}

/** A node that answers some questions otherwise. */
function lying(method: string, change: (answer: never) => unknown): ChainClient {
  return {
    ...net.client,
    async request(asked, params) {
      const answer = await net.client.request(asked, params);
      return asked === method ? change(answer as never) : answer;
    },
  };
}

beforeAll(async () => {
  net = await startRegistries([pe, mx]);
  const { deployment } = net;
  const peru = net.authority(pe);
  const did = formatEthrDid({ chainId: deployment.chainId, address: peru.address });
  trust = {
    ...deployment,
    attestors: [{ country: pe, kid: `${did}#controller`, publicKeyMultibase: formatMultikey(key) }],
  };

  ({ suspendedAt } = await playScene(net, key));
});

afterAll(async () => {
  await net.anvil.stop();
});

describe('collectBundle', () => {
  it('collects what opens as a bundle that proves everything', async () => {
    const content = await collect();
    const bundle = openBundle(encodeBundle(content), trust, { attestor: pe });
    const { address } = net.authority(pe);
    expect(bundle.block.timestamp).toBe(await net.now());
    expect(bundle.issuers.get(address)).toMatchObject({
      keysCurrent: true,
      keys: [{ fragment: 'controller', key }],
    });
    expect(bundle.issuers.get(net.authority(mx).address)).toMatchObject({ keysCurrent: false, keys: [] });
    expect(bundle.status(address, 1, 7)).toEqual({ revoked: false, suspended: false });
    expect(bundle.status(address, 1, 8)).toEqual({ revoked: true, suspended: false });
    const question = {
      a: pe,
      b: mx,
      certificateType: 'security',
      role: 'IM',
      at: bundle.block.timestamp,
    } as const;
    expect(inForce(bundle.facts.arrangements, question)).toMatchObject({ arrangement: 1, version: 1 });
  });

  it('collects a past block as it was', async () => {
    const content = await collect(suspendedAt);
    const bundle = openBundle(encodeBundle(content), trust, { attestor: pe });
    expect(bundle.block.number).toBe(suspendedAt);
    expect(bundle.status(net.authority(pe).address, 1, 7)).toEqual({ revoked: false, suspended: true });
    const early = openBundle(encodeBundle(await collect(net.deployment.deployBlock + 3)), trust, {
      attestor: pe,
    });
    expect(early.facts.statuses.lists).toEqual([]);
    expect(early.issuers.size).toBe(2);
  });

  it('gives the same bytes for the same block', async () => {
    const [one, two] = [await collect(suspendedAt), await collect(suspendedAt, createMemoryEventStore())];
    expect(encodeBundle(one)).toEqual(encodeBundle(two));
  });

  it('does not collect a block to come', async () => {
    await expect(collect(1_000_000)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
  });
});

describe('a store or node that is wrong', () => {
  async function tampered(change: (stored: StoredEvents) => StoredEvents): Promise<EventStore> {
    await indexOf(store).sync();
    const { head, blocks, logs } = change(await store.load());
    const copy = createMemoryEventStore();
    await copy.append({ head: head as NonNullable<typeof head>, blocks, logs });
    return copy;
  }

  const statusLogs = ({ logs }: StoredEvents) =>
    logs.filter(({ address }) => address === net.deployment.contracts.statusRegistry.address);

  it('is found out by one bit of one event', async () => {
    const events = await tampered((stored) => {
      const last = statusLogs(stored).at(-1) as StoredEvents['logs'][number];
      last.data =
        `${last.data.slice(0, 65)}${last.data[65] === '1' ? '0' : '1'}${last.data.slice(66)}` as Hex;
      return stored;
    });
    await expect(collect(undefined, events)).rejects.toMatchObject({
      code: 'CHAIN_INDEX_DIVERGED',
      details: { contract: 'statusRegistry' },
    });
  });

  it('is found out by an event that is missing', async () => {
    const events = await tampered((stored) => {
      const missing = statusLogs(stored)[0];
      return { ...stored, logs: stored.logs.filter((log) => log !== missing) };
    });
    await expect(collect(undefined, events)).rejects.toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
  });

  it('is found out by an ERC-1056 event that is missing', async () => {
    const { didRegistry } = net.deployment.contracts;
    const events = await tampered((stored) => ({
      ...stored,
      logs: stored.logs.filter(({ address }) => address !== didRegistry.address),
    }));
    await expect(collect(undefined, events)).rejects.toMatchObject({
      code: 'CHAIN_INDEX_DIVERGED',
      message: expect.stringContaining('ERC-1056'),
    });
  });

  it('is found out by a timestamp', async () => {
    const events = await tampered((stored) => ({
      ...stored,
      blocks: stored.blocks.map((block) => ({ ...block, timestamp: block.timestamp + 1 })),
    }));
    await expect(collect(undefined, events)).rejects.toMatchObject({ code: 'CHAIN_INDEX_DIVERGED' });
  });

  const zeros = `0x${'00'.repeat(32)}`;

  it.each([
    [
      'a header that does not hash to its block',
      'eth_getBlockByNumber',
      (b: object) => ({ ...b, gasUsed: '0x1' }),
    ],
    ['a header without a field', 'eth_getBlockByNumber', (b: object) => ({ ...b, mixHash: undefined })],
    [
      'an account proof without its end',
      'eth_getProof',
      (p: { accountProof: Hex[] }) => ({
        ...p,
        accountProof: p.accountProof.slice(0, -1),
      }),
    ],
    [
      'a storage hash that is not the proven one',
      'eth_getProof',
      (p: object) => ({ ...p, storageHash: zeros }),
    ],
    [
      'a node too many',
      'eth_getProof',
      (p: { accountProof: Hex[] }) => ({
        ...p,
        accountProof: [...p.accountProof, `0x${'c0'.repeat(40)}`],
      }),
    ],
  ])('is found out by %s', async (_, method, change) => {
    await expect(collect(undefined, store, lying(method, change as never))).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });

  it('is found out by other code at the address of a contract', async () => {
    const { deployment } = net;
    const { statusRegistry } = deployment.contracts;
    const contracts = {
      ...deployment.contracts,
      statusRegistry: { ...statusRegistry, codeHash: zeros as Hex },
    };
    const options = { client: net.client, index: indexOf(store), attest };
    await expect(
      collectBundle({ ...options, deployment: { ...deployment, contracts } }),
    ).rejects.toMatchObject({
      code: 'CHAIN_MISMATCH',
    });
  });

  it('attests nothing', async () => {
    const client = lying('eth_getProof', (proof: object) => ({ ...proof, storageHash: zeros }));
    let isAttested = false;
    const collected = collectBundle({
      client,
      deployment: net.deployment,
      index: indexOf(store),
      attest: async () => {
        isAttested = true;
        return '';
      },
    });
    await expect(collected).rejects.toThrow();
    expect(isAttested).toBe(false);
  });
});
