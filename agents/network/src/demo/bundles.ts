import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attestBlock, encodeBundle } from '@eslabon/bundle';
import { collectBundle } from '@eslabon/chain';
import { inShort } from './help.js';
import type { Step, World } from './story.js';

const day = 86_400_000;

/** Bundles that must not be believed. */
export const bundleSteps: readonly Step[] = [
  {
    name: 'flipped-bit',
    tells: 'One bit of the bundle flips on its way, at a random place, twelve times.',
    expected: 'never RECOGNISED',
    async run(world) {
      const good = readFileSync(join(world.post.folder, 'fourth.bundle'));
      for (let attempt = 0; attempt < 12; attempt++) {
        const bad = Buffer.from(good);
        const place = randomInt(bad.length);
        bad[place] = (bad[place] as number) ^ (1 << randomInt(8));
        world.post.keep('flipped.bundle', bad);
        const { verdict } = await world.post.decide('genuine.jwt', 'flipped.bundle');
        if (verdict === 'RECOGNISED') return `RECOGNISED with byte ${place} changed`;
      }
      return 'never RECOGNISED';
    },
  },
  {
    name: 'withheld-word',
    tells: 'Somebody takes the word with the revocation out of an otherwise genuine, attested bundle.',
    expected: 'UNDETERMINED (BUNDLE_STORAGE_ROOT)',
    async run(world) {
      world.post.keep('withheld.bundle', await withoutRevocations(world));
      return inShort(await world.post.decide('peru.jwt', 'withheld.bundle'));
    },
  },
  {
    name: 'past-hard-limit',
    tells:
      'Eight days later the post still has today’s bundle: past the limit of the arrangement, it decides nothing.',
    expected: 'UNDETERMINED (DATA_STALE)',
    run: async (world) =>
      inShort(
        await world.post.decide('genuine.jwt', 'fourth.bundle', new Date(Date.now() + 8 * day).toISOString()),
      ),
  },
];

/** What an attacker can do who has the file and the node, but no authority's key: leave facts out. */
async function withoutRevocations(world: World): Promise<Uint8Array> {
  const { parts } = world.agent('MX');
  const kid = `${parts.keys.did}#delegate-1`;
  const content = await collectBundle({
    client: parts.client,
    deployment: parts.config.deployment,
    index: parts.follower.index,
    attest: (block) =>
      attestBlock({
        did: parts.keys.did,
        kid,
        algorithm: 'ES256',
        chainId: parts.config.deployment.chainId,
        ...block,
        sign: (data) => parts.keys.key('delegate-1').sign(data),
      }),
  });
  const peru = world.agent('PE').parts.keys.address;
  const lists = content.facts.statuses.lists.map((list) =>
    list.authority === peru ? { ...list, revoked: new Map<number, bigint>() } : list,
  );
  return encodeBundle({
    ...content,
    facts: { ...content.facts, statuses: { ...content.facts.statuses, lists } },
  });
}
