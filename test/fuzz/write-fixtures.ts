import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeBundle, makeDelta } from '@eslabon/bundle';
import type { SealPlan } from '../../packages/bundle/src/testing/seal-header.js';
import { validatorSet } from '../../packages/bundle/src/testing/seal-header.js';
import { checkpointOf, sealedContent, sealedTrust } from '../../packages/bundle/src/testing/sealed-bundle.js';
import { syntheticContent, trust } from '../../packages/bundle/src/testing/synthetic-bundle.js';

const now = 1_700_010_000;

const block = (number: number, declared: SealPlan['declared'], signers = declared): SealPlan => ({
  protocol: 'qbft',
  number,
  timestamp: 1_700_000_000 + number,
  declared,
  signers,
});

/** Good inputs for the workers: bundles of two blocks in each way of trust, and what leads from one to the other. */
export async function writeFixtures(folder: string): Promise<void> {
  const contents = [await syntheticContent(), await syntheticContent({ changed: new Map() })] as const;
  const register = [
    { country: contents[0].facts.authorities.records[0]?.country, tin: '20', credential: 'a.b.c' },
  ];
  const [before, between, after] = [
    validatorSet(0, 1, 2, 3),
    validatorSet(2, 3, 4, 5),
    validatorSet(4, 5, 6, 7),
  ];
  const hops = [block(1100, between, validatorSet(2, 3, 4))];
  const files = {
    'attested-1': encodeBundle(contents[0]),
    'attested-2': encodeBundle({ ...contents[1], register: register as never }),
    'sealed-1': encodeBundle(sealedContent(contents[0], block(1200, after), hops)),
    'sealed-2': encodeBundle(sealedContent(contents[1], block(1300, after, validatorSet(4, 5, 6)), hops)),
  };
  const deltas = (['attested', 'sealed'] as const).map((mode) => ({
    base: `${mode}-1`,
    target: `${mode}-2`,
    delta: `${mode}-delta`,
  }));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  for (const { base, target, delta } of deltas) {
    const bytes = makeDelta(files[base as keyof typeof files], files[target as keyof typeof files]);
    await writeFile(join(folder, delta), bytes);
  }
  const bundles = [
    { files: ['attested-1', 'attested-2'], trust, attestor: 'PE', now },
    {
      files: ['sealed-1', 'sealed-2'],
      trust: sealedTrust(checkpointOf(block(1000, before))),
      attestor: 'PE',
      now,
    },
  ];
  await writeFile(join(folder, 'fixtures.json'), JSON.stringify({ bundles, deltas }));
}
