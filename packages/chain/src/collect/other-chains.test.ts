import type { BundleContent, Checkpoint, RpcBlock } from '@eslabon/bundle';
import { blockHash, decodeHeader, encodeBundle, encodeHeader, openBundle } from '@eslabon/bundle';
import type { TestAccount } from '@eslabon/testkit';
import { ownValidators, sealedBy, startAnvil, startFaultyNode } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { createNodePool } from '../client/pool/create-node-pool.js';
import type { Genuine } from '../testing/forge/start-genuine.js';
import {
  collectSealed,
  fieldsOf,
  publicKeyOf,
  seal,
  startGenuine,
  strangers,
  validators,
} from '../testing/forge/start-genuine.js';
import { mexico, peru, playScene } from '../testing/play-scene.js';
import { sealedAnchor } from '../testing/sealed-anchor.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { collectCheckpoint } from './collect-checkpoint.js';
import { collectSealedHeader } from './collect-sealed-header.js';

/* What a forger can do without forging: take what is genuine, of another day or of another chain. */

const own = strangers.validators[0]?.validators as TestAccount[];
let net: TestRegistries;
let genesis: Checkpoint;
let genuine: BundleContent;
let stale: BundleContent;
let open: Genuine['open'];

beforeAll(async () => {
  ({ net, genesis, content: genuine, stale, open } = await startGenuine());
});

afterAll(async () => {
  await net.anvil.stop();
});

const periodsOf = ({ facts }: Pick<BundleContent, 'facts'>) =>
  facts.arrangements.arrangements[0]?.accessions.flatMap(({ periods }) => periods) ?? [];

describe('a genuine bundle of before', () => {
  it('opens as what it is: its block says how old', () => {
    const bundle = open(stale);
    expect(periodsOf(bundle).some(({ until }) => until !== 0)).toBe(false);
    expect(bundle.block.timestamp).toBeLessThan(open(genuine).block.timestamp);
    expect(bundle.block).toMatchObject({
      number: decodeHeader(stale.header).number,
      timestamp: decodeHeader(stale.header).timestamp,
    });
  });

  it.each<[string, (stale: RpcBlock, newest: RpcBlock) => RpcBlock]>([
    ['a newer time', (old, { timestamp }) => ({ ...old, timestamp })],
    ['a newer number', (old, { number }) => ({ ...old, number })],
    [
      'a newer number, parent and time',
      (old, { number, parentHash, timestamp }) => ({ ...old, number, parentHash, timestamp }),
    ],
    ['the newer header’s seals', (old, { extraData, miner }) => ({ ...old, extraData, miner })],
  ])('is refused with %s in its header', (_what, dress) => {
    const forged = { ...stale, header: encodeHeader(dress(fieldsOf(stale), fieldsOf(genuine))) };
    expect(() => open(forged)).toThrow(expect.objectContaining({ code: 'BUNDLE_SEALS' }));
  });

  it('is refused under a newer header', () => {
    const { header } = genuine;
    expect(() => open({ ...stale, header })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_ACCOUNT_PROOF' }),
    );
  });

  it('is refused under a newer header, with its proofs', () => {
    const { facts, keySets } = stale;
    expect(() => open({ ...genuine, facts, keySets })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_STORAGE_ROOT' }),
    );
  });

  it('is refused in parts: arrangements of before beside the statuses of today', () => {
    const facts = { ...genuine.facts, arrangements: stale.facts.arrangements };
    const nodes = [...genuine.nodes, ...stale.nodes];
    expect(() => open({ ...genuine, facts, nodes })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_STORAGE_ROOT' }),
    );
  });

  it('is refused by whoever has a newer checkpoint', async () => {
    const number = decodeHeader(stale.header).number + 1;
    const checkpoint = await collectCheckpoint(net.client, validators.consensus, number);
    expect(() => open(stale, checkpoint)).toThrow(expect.objectContaining({ code: 'BUNDLE_CHECKPOINT' }));
  });
});

describe('another chain', () => {
  let twin: TestRegistries;

  beforeAll(async () => {
    twin = await startRegistries([peru, mexico], strangers);
    await playScene(twin, publicKeyOf('forger'));
  });

  afterAll(async () => {
    await twin.anvil.stop();
  });

  it('with the same contracts, under the forger’s validators, is not the chain of the checkpoint', async () => {
    expect(twin.deployment.contracts).toEqual(net.deployment.contracts);
    const checkpoint = await collectCheckpoint(twin.client, strangers.consensus, 0);
    const content = await collectSealed(twin, checkpoint);
    const options = { attestor: peru, now: await twin.now() };
    expect(
      openBundle(encodeBundle(content), sealedAnchor(twin, checkpoint), options).block.number,
    ).toBeGreaterThan(0);
    expect(() => open(content)).toThrow(expect.objectContaining({ code: 'BUNDLE_CHECKPOINT' }));
    const relabelled = await seal(content, validators, sealedBy(own));
    expect(() => open(relabelled)).toThrow(expect.objectContaining({ code: 'BUNDLE_SEALS' }));
  });

  it('is not collected from, for readers of ours', async () => {
    await expect(collectSealed(twin, genesis)).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
  });

  it('among the nodes of a pool does no harm', async () => {
    const rpcUrls = [twin.anvil.rpcUrl, net.anvil.rpcUrl];
    const client = createNodePool({ rpcUrls, chainId: net.client.chainId, lagLimit: 1e9 });
    const blockNumber = decodeHeader(stale.header).number;
    const content = await collectSealed(net, genesis, { client, blockNumber });
    expect(encodeBundle(content)).toEqual(encodeBundle(stale));
    expect(client.status().map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('made of our own state does no harm either: its validators are not those of the checkpoint', async () => {
    const { header } = await seal(stale, validators, ownValidators(own));
    const { number } = decodeHeader(header);
    const forged = { ...fieldsOf({ header }), hash: blockHash('qbft', decodeHeader(header)) };
    const liar = await startFaultyNode(net.anvil.rpcUrl, {
      change: (method, result, [block]) =>
        method === 'eth_getBlockByNumber' && Number(block) === number ? forged : result,
    });
    try {
      const { chainId } = net.client;
      const alone = createChainClient({ rpcUrl: liar.rpcUrl, chainId });
      const collecting = collectSealed(net, genesis, { client: alone, blockNumber: number });
      await expect(collecting).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
      const client = createNodePool({ rpcUrls: [liar.rpcUrl, net.anvil.rpcUrl], chainId, lagLimit: 1e9 });
      const content = await collectSealed(net, genesis, { client, blockNumber: number });
      expect(encodeBundle(content)).toEqual(encodeBundle(stale));
      expect(client.status().map(({ ok }) => ok)).toEqual([false, true]);
    } finally {
      await liar.close();
    }
  });

  it('gives no header in the place of ours', async () => {
    const liar: ChainClient = {
      ...net.client,
      request: (method, params) =>
        (method === 'eth_getBlockByNumber' ? twin : net).client.request(method, params),
    };
    const blockNumber = decodeHeader(stale.header).number;
    await expect(collectSealed(net, genesis, { client: liar, blockNumber })).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });

  it('gives no seals for a block of ours either', async () => {
    let asked = 0;
    const liar: ChainClient = {
      ...net.client,
      request(method, params) {
        // The state is proven with our header; for its seals the header is asked for once more.
        if (method === 'eth_getBlockByNumber') asked++;
        return (asked > 1 ? twin : net).client.request(method, params);
      },
    };
    const blockNumber = decodeHeader(stale.header).number;
    await expect(collectSealed(net, genesis, { client: liar, blockNumber })).rejects.toMatchObject({
      code: 'CHAIN_FORKED',
    });
  });

  it('of the same validators has not our contracts', async () => {
    const anvil = await startAnvil({ chainId: 1_111, seal: validators });
    try {
      const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 1_111 });
      await client.request('anvil_mine', ['0x20']);
      const { rlp } = await collectSealedHeader(client, 32, validators.consensus);
      expect(() => open({ ...genuine, header: rlp })).toThrow(
        expect.objectContaining({ code: 'BUNDLE_ACCOUNT_PROOF' }),
      );
    } finally {
      await anvil.stop();
    }
  });

  it('is not meant by the bundle: its chain id is another', () => {
    expect(() => open({ ...genuine, chainId: 1_111 })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_CHAIN' }),
    );
  });
});
