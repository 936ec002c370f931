import type {
  BundleContent,
  Checkpoint,
  ConsensusProtocol,
  LoadedBundle,
  RpcBlock,
  SealTrust,
} from '@eslabon/bundle';
import {
  attestBlock,
  blockHash,
  decodeHeader,
  encodeBundle,
  encodeHeader,
  openBundle,
} from '@eslabon/bundle';
import { formatEthrDid } from '@eslabon/core';
import type { PublicKey } from '@eslabon/credentials';
import { formatMultikey } from '@eslabon/credentials';
import type { HeaderFault, SealSchedule, TestAccount } from '@eslabon/testkit';
import {
  headerFaults,
  ownValidators,
  planSeal,
  sealHeader,
  strangerSeal,
  testAccount,
  testKey,
} from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexToBytes } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import type { EventIndex } from '../index/event-index.js';
import { mexico, peru, playScene, scene } from '../testing/play-scene.js';
import { sealedAnchor } from '../testing/sealed-anchor.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { collectBundle } from './collect-bundle.js';
import { collectCheckpoint } from './collect-checkpoint.js';

const secret = hexToBytes(testKey('authority of PE'));
const key: PublicKey = { algorithm: 'ES256K', bytes: secp256k1.getPublicKey(secret, true) };
const validator = (name: number | string) => testAccount(`validator ${name}`);
const four = [1, 2, 3, 4].map(validator);
const otherThan = (protocol: ConsensusProtocol): ConsensusProtocol =>
  protocol === 'qbft' ? 'ibft2' : 'qbft';
const sealedByTraitor: HeaderFault = (seal) => ({
  ...seal,
  signers: [seal.signers[0] as TestAccount, ...['w', 'x'].map(validator)],
});
const addressesOf = (accounts: readonly TestAccount[]) => accounts.map(({ address }) => address).sort();

/** A node that shows other blocks than it has. */
function answering(client: ChainClient, change: (block: RpcBlock) => Promise<RpcBlock>): ChainClient {
  return {
    ...client,
    async request(method, params) {
      const answer = await client.request(method, params);
      return method === 'eth_getBlockByNumber' ? change(answer as RpcBlock) : answer;
    },
  };
}

describe.each(['qbft', 'ibft2'] as const)('a chain sealed in %s', (protocol) => {
  let net: TestRegistries;
  let index: EventIndex;
  let genesis: Checkpoint;
  let suspendedAt: number;
  let head: number;

  const schedule: SealSchedule = {
    consensus: [{ fromBlock: 0, protocol }],
    validators: [{ fromBlock: 0, validators: four }],
    rounds: new Map([[9, 2]]),
  };

  const collect = (blockNumber?: number, checkpoint = genesis, client: ChainClient = net.client) =>
    collectBundle({
      client,
      deployment: net.deployment,
      index,
      checkpoint,
      ...(blockNumber && { blockNumber }),
    });

  async function open(content: BundleContent, seals: Partial<SealTrust> = {}): Promise<LoadedBundle> {
    const anchor = sealedAnchor(net, genesis, seals);
    return openBundle(encodeBundle(content), anchor, { attestor: peru, now: await net.now() });
  }

  beforeAll(async () => {
    net = await startRegistries([peru, mexico], schedule);
    ({ suspendedAt } = await playScene(net, key));
    const { client, deployment } = net;
    index = createEventIndex({
      client,
      deployment,
      deployBlock: deployment.deployBlock,
      store: createMemoryEventStore(),
    });
    genesis = await collectCheckpoint(client, schedule.consensus, 0);
    head = (await index.sync()).head;
  });

  afterAll(async () => {
    await net.anvil.stop();
  });

  it('proves everything to a reader that trusts its genesis and nobody’s word', async () => {
    const bundle = await open(await collect());
    const { address } = net.authority(peru);
    const { checkpoint, ...trust } = bundle.trust as Extract<LoadedBundle['trust'], { mode: 'sealed' }>;
    expect(trust).toEqual({ mode: 'sealed', protocol, validators: 4, signers: 3, hops: 0 });
    expect(checkpoint).toEqual({ ...bundle.block, validators: addressesOf(four) });
    expect(bundle.block).toMatchObject({ number: head, timestamp: await net.now() });
    expect(bundle.issuers.get(address)).toMatchObject({ keysCurrent: true, keys: [{ key }] });
    expect(bundle.status(address, scene.list, scene.revoked)).toEqual({ revoked: true, suspended: false });
  });

  it('proves a past block, also one of a later round', async () => {
    const bundle = await open(await collect(suspendedAt));
    const { address } = net.authority(peru);
    expect(bundle.block.number).toBe(suspendedAt);
    expect(bundle.status(address, scene.list, scene.suspendedFirst).suspended).toBe(true);
    expect((await open(await collect(9))).block.number).toBe(9);
  });

  it('gives the same bytes for the same block', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => collect(suspendedAt)));
    expect(encodeBundle(one as BundleContent)).toEqual(encodeBundle(two as BundleContent));
  });

  it('gives checkpoints, on which a reader can go on', async () => {
    const checkpoint = await collectCheckpoint(net.client, schedule.consensus, suspendedAt);
    expect((await open(await collect(suspendedAt))).trust).toMatchObject({ checkpoint });
    const content = await collect(head, checkpoint);
    expect((await open(content, { checkpoint })).trust).toMatchObject({ hops: 0, signers: 3 });
    expect((await open(await collect(suspendedAt, checkpoint), { checkpoint })).block.number).toBe(
      suspendedAt,
    );
    await expect(collect(suspendedAt - 1, checkpoint)).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
    const other = { ...checkpoint, hash: testKey('another block') };
    await expect(collect(suspendedAt, other)).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
  });

  it('can be attested as well: its hashes are those of the protocol', async () => {
    const { chainId } = net.client;
    const did = formatEthrDid({ chainId, address: net.authority(peru).address });
    const kid = `${did}#controller`;
    const content = await collectBundle({
      client: net.client,
      deployment: net.deployment,
      index,
      attest: (block) =>
        attestBlock({
          ...block,
          ...{ did, kid, algorithm: 'ES256K', chainId },
          sign: (data) => secp256k1.sign(data, secret),
        }),
    });
    const attestors = [{ country: peru, kid, publicKeyMultibase: formatMultikey(key) }];
    const bundle = openBundle(encodeBundle(content), { ...net.deployment, attestors }, { attestor: peru });
    expect(bundle.trust.mode).toBe('attested');
    const { hash } = await collectCheckpoint(net.client, schedule.consensus, head);
    expect(bundle.block.hash).toBe(hash);
    await expect(open(content)).rejects.toMatchObject({ code: 'BUNDLE_TRUST_MODE' });
  });

  const strangers = ['w', 'x', 'y', 'z'].map(validator);

  describe.each<[string, HeaderFault, string, string | undefined]>([
    ['no seals', headerFaults.noSeals, 'BUNDLE_SEALS', 'quorum'],
    ['one seal too few', headerFaults.belowQuorum, 'BUNDLE_SEALS', 'quorum'],
    ['one seal twice', headerFaults.duplicateSeal, 'BUNDLE_SEALS', 'duplicateSeal'],
    ['a seal of nobody’s', strangerSeal(strangers[0] as TestAccount), 'BUNDLE_SEALS', 'foreignSeal'],
    ['a traitor and strangers to seal', sealedByTraitor, 'BUNDLE_SEALS', 'foreignSeal'],
    ['seals with high s', headerFaults.highS, 'BUNDLE_SEALS', 'sealForm'],
    ['seals of another round', headerFaults.otherRound, 'BUNDLE_SEALS', 'foreignSeal'],
    ['validators of its own', ownValidators(strangers), 'BUNDLE_CHECKPOINT', undefined],
  ])('a header with %s', (_what, fault, code, reason) => {
    it('is refused by the reader', async () => {
      const content = await collect();
      const { fields } = decodeHeader(content.header);
      const sealed = await sealHeader(fields, fault(planSeal(schedule, head)));
      const details = reason === undefined ? {} : { reason };
      await expect(open({ ...content, header: encodeHeader(sealed) })).rejects.toMatchObject({
        code,
        details,
      });
    });

    it('is not collected from a node that gives it', async () => {
      const node = answering(net.client, async (block) => {
        const sealed = await sealHeader(block, fault(planSeal(schedule, Number(block.number))));
        return { ...sealed, hash: blockHash(protocol, decodeHeader(encodeHeader(sealed))) };
      });
      const expected = code === 'BUNDLE_SEALS' ? 'CHAIN_RESPONSE_INVALID' : code;
      await expect(collect(undefined, genesis, node)).rejects.toMatchObject({ code: expected });
      const checkpoint = collectCheckpoint(node, schedule.consensus, head);
      if (code === 'BUNDLE_SEALS') await expect(checkpoint).rejects.toMatchObject({ code: expected });
    });
  });

  it('sealed a second time at the same height does not fit the proofs', async () => {
    const content = await collect();
    const { fields } = decodeHeader(content.header);
    const other = await sealHeader(
      { ...fields, stateRoot: testKey('other state') },
      planSeal(schedule, head),
    );
    await expect(open({ ...content, header: encodeHeader(other) })).rejects.toMatchObject({
      code: 'BUNDLE_ACCOUNT_PROOF',
    });
  });

  it('is not collected from a chain that leaves its validators to a contract', async () => {
    const node = answering(net.client, async (block) => {
      const seal = { ...planSeal(schedule, Number(block.number)), validators: [], signers: [] };
      const fields = await sealHeader(block, seal);
      return { ...fields, hash: blockHash(protocol, decodeHeader(encodeHeader(fields))) };
    });
    const attempts = [
      () => collect(head, genesis, node),
      () => collectCheckpoint(node, schedule.consensus, head),
      () => collectCheckpoint(node, schedule.consensus, 0),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: 'BUNDLE_VALIDATORS' });
    }
  });

  it('is not collected where the deployment does not name its protocol', async () => {
    const { consensus: _, ...deployment } = net.deployment;
    const options = { client: net.client, deployment, index, checkpoint: genesis };
    await expect(collectBundle(options)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
    const other = { ...deployment, consensus: [{ fromBlock: 0, protocol: otherThan(protocol) }] };
    await expect(collectBundle({ ...options, deployment: other })).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
    await expect(collectCheckpoint(net.client, [], 0)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
