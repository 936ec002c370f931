import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { blockHash } from '../header/block-hash.js';
import { decodeHeader } from '../header/decode-header.js';
import { validatorSet as set } from '../testing/seal-header.js';
import { sealedContent, sealedTrust } from '../testing/sealed-bundle.js';
import type { SealedCase } from '../testing/sealed-case.js';
import {
  block,
  checkpoint,
  day,
  ibft2,
  last,
  migrated,
  openSealed,
  replaced,
  rotation,
  start,
} from '../testing/sealed-case.js';
import { syntheticContent } from '../testing/synthetic-bundle.js';
import { country, syntheticFacts } from '../testing/synthetic-facts.js';
import type { Checkpoint } from '../trust/trust-anchor.js';
import { openBundle } from './open-bundle.js';

const seven = set(0, 1, 2, 3, 4, 5, 6);

describe('a sealed bundle', () => {
  let attested: BundleContent;

  beforeAll(async () => {
    attested = await syntheticContent();
  });

  it('is proven from the checkpoint to the facts, and is the next checkpoint', () => {
    const to = block(1234, set(0, 1, 2, 3), { signers: set(0, 1, 2, 3).slice(1) });
    const bundle = openSealed(attested, { to });
    const hash = blockHash('qbft', decodeHeader(sealedContent(attested, to).header));
    expect(bundle.facts).toEqual(syntheticFacts());
    expect(bundle.block).toEqual({ number: 1234, timestamp: start + 234 * 60, hash });
    expect(bundle.trust).toEqual({
      mode: 'sealed',
      protocol: 'qbft',
      validators: 4,
      signers: 3,
      hops: 0,
      checkpoint: {
        ...bundle.block,
        validators: set(0, 1, 2, 3).map(({ address }) => address),
      },
    });
    expect(bundle.deployment).not.toHaveProperty('seals');
  });

  it('gives a checkpoint that opens the next bundle', () => {
    const { trust } = openSealed(attested, { from: checkpoint });
    const { checkpoint: proven } = trust as { checkpoint: Checkpoint };
    const next = encodeBundle(sealedContent(attested, block(1300, set(0, 1, 2, 3))));
    const options = { attestor: country('PE'), now: start + day };
    expect(openBundle(next, sealedTrust(proven), options).block.number).toBe(1300);
  });

  it.each<[string, number, SealedCase]>([
    ['over a rotation by hops, one by one', 4, { to: replaced, hops: Object.values(rotation) }],
    [
      'over the same rotation with two at a time',
      2,
      { to: replaced, hops: [rotation.second, rotation.fourth] },
    ],
    ['when f + 1 = 2 of 4 trusted ones sealed it', 0, { to: block(1234, set(2, 3, 4, 5)) }],
    [
      'when f + 1 = 3 of 7 trusted ones sealed it',
      0,
      { from: block(1000, seven), to: block(1234, set(4, 5, 6, 7, 8, 9, 10)) },
    ],
    [
      'of IBFT 2.0',
      0,
      {
        from: block(1000, set(0, 1, 2, 3), ibft2),
        to: block(1234, set(0, 1, 2, 3), ibft2),
        consensus: [{ fromBlock: 0, ...ibft2 }],
      },
    ],
    [
      'over a migration from IBFT 2.0 to QBFT',
      2,
      {
        from: block(1000, set(0, 1, 2, 3), ibft2),
        hops: [block(1099, set(0, 1, 2, 3), ibft2), block(1100, set(0, 1, 2, 3))],
        consensus: migrated,
      },
    ],
    ['over a migration without a hop', 0, { from: block(1000, set(0, 1, 2, 3), ibft2), consensus: migrated }],
    ['at the last second of the trusting period', 0, { now: start + 14 * day }],
    [
      'at the last second of a period of its own',
      0,
      { seals: { trustingPeriod: 100_000 }, now: start + 100_000 },
    ],
    ['300 seconds ahead of the reader’s clock', 0, { now: start + 234 * 60 - 300 }],
    [
      'when a single validator is accepted',
      0,
      { from: block(1000, set(0)), to: block(1234, set(0)), seals: { minValidators: 1 } },
    ],
    [
      'growing from one validator to four, accepted',
      1,
      {
        from: block(1000, set(0)),
        hops: [block(1001, set(0, 1))],
        to: block(1234, set(0, 1, 2, 3)),
        seals: { minValidators: 1 },
      },
    ],
    [
      'with hops at and below the checkpoint, which are passed over',
      1,
      {
        from: rotation.second,
        hops: [rotation.first, rotation.second, rotation.fourth],
        to: replaced,
      },
    ],
    [
      'with a hop below the checkpoint that nobody sealed',
      0,
      { hops: [block(900, set(8, 9), { signers: [] })] },
    ],
    ['of the checkpoint itself', 0, { from: last }],
    ['of the checkpoint itself, whose trusting period is over', 0, { from: last, now: start + 20 * day }],
    ['of a later round', 0, { to: block(1234, set(0, 1, 2, 3), { extraData: { round: 5 } }) }],
  ])('opens %s', (_what, hops, plan) => {
    const bundle = openSealed(attested, plan);
    const to = plan.to ?? last;
    expect(bundle.trust).toMatchObject({
      mode: 'sealed',
      protocol: to.protocol,
      hops,
      validators: to.declared.length,
      signers: to.declared.length,
      checkpoint: {
        number: 1234,
        hash: bundle.block.hash,
        validators: to.declared.map(({ address }) => address),
      },
    });
  });
});
