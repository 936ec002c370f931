import type { BundleContent, Checkpoint, LoadedBundle, RpcBlock } from '@eslabon/bundle';
import { decodeHeader, encodeBundle, encodeHeader, openBundle } from '@eslabon/bundle';
import type { PublicKey } from '@eslabon/credentials';
import type { HeaderFault, SealSchedule } from '@eslabon/testkit';
import { planSeal, sealHeader, testAccount, testKey } from '@eslabon/testkit';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexToBytes } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import { collectBundle } from '../../collect/collect-bundle.js';
import { collectCheckpoint } from '../../collect/collect-checkpoint.js';
import { createEventIndex } from '../../index/create-event-index.js';
import { createMemoryEventStore } from '../../index/create-memory-event-store.js';
import { setStatus } from '../../instructions/set-status.js';
import { withdraw } from '../../instructions/withdraw.js';
import { mexico, peru, playScene, publishKey, scene } from '../play-scene.js';
import { sealedAnchor } from '../sealed-anchor.js';
import type { TestRegistries } from '../start-registries.js';
import { startRegistries } from '../start-registries.js';

const scheduleOf = (names: readonly string[]): SealSchedule => ({
  consensus: [{ fromBlock: 0, protocol: 'qbft' }],
  validators: [{ fromBlock: 0, validators: names.map((name) => testAccount(`validator ${name}`)) }],
});

/** Those of the genuine chain, and others. */
export const [validators, strangers] = [
  ['a', 'b', 'c', 'd'],
  ['w', 'x', 'y', 'z'],
].map(scheduleOf) as [SealSchedule, SealSchedule];

/** Word of Peru's list that has nothing but one revocation and one suspension. */
export const loneWord = 1;

export const peruvian = testAccount('authority of PE').address;

export const publicKeyOf = (label: string): PublicKey => ({
  algorithm: 'ES256K',
  bytes: secp256k1.getPublicKey(hexToBytes(testKey(label)), true),
});

/** A sealed chain with something to lie about, and bundles of it. */
export interface Genuine {
  net: TestRegistries;
  genesis: Checkpoint;
  /** As of the newest block. */
  content: BundleContent;
  /** From before Mexico's withdrawal from the arrangement. */
  stale: BundleContent;
  /** Opens a file as a post does that was given a checkpoint, the genesis unless told. */
  open(content: BundleContent, checkpoint?: Checkpoint): LoadedBundle;
}

export async function startGenuine(): Promise<Genuine> {
  const net = await startRegistries([peru, mexico], validators);
  const { suspendedAt } = await playScene(net, publicKeyOf('authority of PE'));
  const actor = net.authority(peru);
  const change = { list: scene.list, word: loneWord, revoke: 1n, suspend: 2n, reinstate: 0n };
  await net.act(actor, 'statusRegistry', setStatus, { changes: [change] });
  await net.act(net.authority(mexico), 'arrangementRegistry', withdraw, { arrangement: 1, until: 0 });
  // A key that Peru has not attested yet: readers are to know that they do not know its keys.
  await publishKey(net, actor);
  const genesis = await collectCheckpoint(net.client, validators.consensus, 0);
  const now = await net.now();
  return {
    net,
    genesis,
    content: await collectSealed(net, genesis),
    stale: await collectSealed(net, genesis, { blockNumber: suspendedAt }),
    open: (content, checkpoint = genesis) =>
      openBundle(encodeBundle(content), sealedAnchor(net, checkpoint), { attestor: peru, now }),
  };
}

/** Collects with an index of its own, by another client if told. */
export function collectSealed(
  { client, deployment }: TestRegistries,
  checkpoint: Checkpoint,
  options: { blockNumber?: number; client?: ChainClient } = {},
): Promise<BundleContent> {
  const store = createMemoryEventStore();
  const index = createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
  return collectBundle({ client, deployment, index, checkpoint, ...options });
}

export const fieldsOf = ({ header }: Pick<BundleContent, 'header'>): RpcBlock => decodeHeader(header).fields;

/** The content with its header sealed as a schedule has it, or otherwise. */
export async function seal(
  content: BundleContent,
  schedule: SealSchedule,
  fault: HeaderFault = (planned) => planned,
): Promise<BundleContent> {
  const fields = fieldsOf(content);
  const sealed = await sealHeader(fields, fault(planSeal(schedule, Number(fields.number))));
  return { ...content, header: encodeHeader(sealed) };
}
