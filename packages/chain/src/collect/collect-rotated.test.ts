import type { Checkpoint } from '@eslabon/bundle';
import { encodeBundle, openBundle } from '@eslabon/bundle';
import { statusMask } from '@eslabon/core';
import type { SealSchedule, ValidatorPeriod } from '@eslabon/testkit';
import { testAccount } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createEventIndex } from '../index/create-event-index.js';
import { createMemoryEventStore } from '../index/create-memory-event-store.js';
import { setStatus } from '../instructions/set-status.js';
import { mexico, peru } from '../testing/play-scene.js';
import { seededRandom } from '../testing/random.js';
import { rotatingValidators } from '../testing/rotating-validators.js';
import { sealedAnchor } from '../testing/sealed-anchor.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { collectBundle } from './collect-bundle.js';
import { collectCheckpoint } from './collect-checkpoint.js';

/** Block of the first change of validators, after the registries were deployed, and blocks until the next change. */
const [firstChange, blocks] = [20, 3];
let net: TestRegistries;

afterEach(async () => {
  await net.anvil.stop();
});

const periodsOf = (sets: readonly (readonly number[])[]): ValidatorPeriod[] =>
  sets.map((set, i) => ({
    fromBlock: i === 0 ? 0 : firstChange + (i - 1) * blocks,
    validators: set.map((member) => testAccount(`validator ${member}`)),
  }));

async function play(schedule: SealSchedule, lastBlock: number) {
  net = await startRegistries([peru, mexico], schedule);
  const { client, deployment } = net;
  const height = Number(await client.request('eth_blockNumber', []));
  await client.request('anvil_mine', [`0x${(lastBlock - height - 1).toString(16)}`]);
  const change = { list: 1, word: 0, revoke: 0n, suspend: statusMask(3), reinstate: 0n };
  await net.act(net.authority(peru), 'statusRegistry', setStatus, { changes: [change] });
  const store = createMemoryEventStore();
  const index = createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
  return (checkpoint: Checkpoint, more: { maxHops?: number } = {}) =>
    collectBundle({ client, deployment, index, checkpoint, ...more });
}

describe('over 100 replacements of one validator, from IBFT 2.0 to QBFT on the way', () => {
  it.each<[number, number, number]>([
    [4, 26, 36],
    [10, 9, 14],
  ])('of %i, a bundle has %i to %i headers between the genesis and its own', async (size, least, most) => {
    const sets = rotatingValidators({ size, replacements: 100, leaving: 'anybody' }, seededRandom(7));
    const lastBlock = firstChange + 100 * blocks;
    const schedule: SealSchedule = {
      consensus: [
        { fromBlock: 0, protocol: 'ibft2' },
        { fromBlock: 150, protocol: 'qbft' },
      ],
      validators: periodsOf(sets),
      rounds: new Map(Array.from({ length: 30 }, (_, i) => [i * 11, 1 + (i % 3)])),
    };
    const collect = await play(schedule, lastBlock);
    const checkpoint = await collectCheckpoint(net.client, schedule.consensus, 0);
    await expect(collect(checkpoint, { maxHops: 1 })).rejects.toMatchObject({ code: 'BUNDLE_CHECKPOINT' });
    const content = await collect(checkpoint);
    const file = encodeBundle(content);
    const now = await net.now();
    const bundle = openBundle(file, sealedAnchor(net, checkpoint), { attestor: peru, now });
    const { hops } = bundle.trust as { hops: number };
    expect(hops).toBeGreaterThanOrEqual(least);
    expect(hops).toBeLessThanOrEqual(most);
    expect(bundle.trust).toMatchObject({ mode: 'sealed', protocol: 'qbft', validators: size });
    expect(bundle.status(net.authority(peru).address, 1, 3).suspended).toBe(true);

    // A post with a newer checkpoint reads the same file, and needs fewer of its headers.
    const newer = await collectCheckpoint(net.client, schedule.consensus, firstChange + 80 * blocks);
    const later = openBundle(file, sealedAnchor(net, newer), { attestor: peru, now });
    expect((later.trust as { hops: number }).hops).toBeLessThan(hops / 2);
    // Without one of them the way is broken.
    const { trust } = content;
    if (trust.mode !== 'sealed') throw new Error('not sealed');
    const without = { ...trust, hops: trust.hops.filter((_, i) => i !== 3) };
    const broken = encodeBundle({ ...content, trust: without });
    expect(() => openBundle(broken, sealedAnchor(net, checkpoint), { attestor: peru, now })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_CHECKPOINT' }),
    );
    // Their trust runs out, the oldest first.
    const anchor = sealedAnchor(net, checkpoint, { trustingPeriod: 3_600 });
    expect(() => openBundle(file, anchor, { attestor: peru, now: now + 3_600 })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_CHECKPOINT_EXPIRED' }),
    );
  });
});

describe('over a change of three validators of four at once', () => {
  it('there is no way: a new checkpoint is needed', async () => {
    const schedule: SealSchedule = {
      consensus: [{ fromBlock: 0, protocol: 'qbft' }],
      validators: periodsOf([
        [1, 2, 3, 4],
        [1, 5, 6, 7],
      ]),
    };
    const collect = await play(schedule, firstChange + 20);
    const genesis = await collectCheckpoint(net.client, schedule.consensus, 0);
    await expect(collect(genesis)).rejects.toMatchObject({
      code: 'BUNDLE_CHECKPOINT',
      details: { trusted: firstChange - 1 },
    });
    const checkpoint = await collectCheckpoint(net.client, schedule.consensus, firstChange);
    const file = encodeBundle(await collect(checkpoint));
    const now = await net.now();
    expect(openBundle(file, sealedAnchor(net, checkpoint), { attestor: peru, now }).trust).toMatchObject({
      hops: 0,
      validators: 4,
    });
  });
});
