import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { decodeHeader } from '../header/decode-header.js';
import { validatorSet as set } from '../testing/seal-header.js';
import { checkpointOf, sealedContent, sealedTrust } from '../testing/sealed-bundle.js';
import type { SealedCase } from '../testing/sealed-case.js';
import {
  block,
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
import { country } from '../testing/synthetic-facts.js';
import { openBundle } from './open-bundle.js';

const seven = set(0, 1, 2, 3, 4, 5, 6);

describe('a sealed bundle', () => {
  let attested: BundleContent;

  beforeAll(async () => {
    attested = await syntheticContent();
  });

  it.each<[string, string, SealedCase]>([
    ['BUNDLE_CHECKPOINT', 'a jump to validators none of whom is trusted', { to: replaced }],
    ['BUNDLE_CHECKPOINT', 'one hop too few', { to: replaced, hops: [rotation.first] }],
    [
      'BUNDLE_CHECKPOINT',
      'a jump too far between hops',
      { to: replaced, hops: [rotation.first, rotation.fourth] },
    ],
    ['BUNDLE_CHECKPOINT', 'only 1 of 4 trusted ones as signer', { to: block(1234, set(3, 4, 5, 6)) }],
    [
      'BUNDLE_CHECKPOINT',
      'only 2 of 7 trusted ones as signers',
      { from: block(1000, seven), to: block(1234, set(5, 6, 7, 8, 9, 10, 11)) },
    ],
    [
      'BUNDLE_CHECKPOINT',
      'trusted ones that are declared but did not sign',
      { to: block(1234, set(2, 3, 4, 5), { signers: set(3, 4, 5) }) },
    ],
    ['BUNDLE_CHECKPOINT', 'validators that a forger made up', { to: block(1234, set(20, 21, 22, 23)) }],
    ['BUNDLE_CHECKPOINT', 'a block below the checkpoint', { from: block(1235, set(0, 1, 2, 3)) }],
    [
      'BUNDLE_CHECKPOINT',
      'another block with the checkpoint’s number',
      { from: block(1234, set(0, 1, 2, 3), { extraData: { vanity: new Uint8Array(32).fill(1) } }) },
    ],
    ['BUNDLE_CHECKPOINT_EXPIRED', 'a checkpoint a second too old', { now: start + 14 * day + 1 }],
    [
      'BUNDLE_CHECKPOINT_EXPIRED',
      'an old checkpoint, whatever the hops',
      { to: replaced, hops: Object.values(rotation), now: start + 15 * day },
    ],
    ['BUNDLE_FUTURE', 'a block 301 seconds ahead of the reader’s clock', { now: start + 234 * 60 - 301 }],
    ['BUNDLE_FUTURE', 'a clock that was set back to escape the trusting period', { now: start }],
    [
      'BUNDLE_VALIDATORS',
      'three validators',
      { from: block(1000, set(0, 1, 2)), to: block(1234, set(0, 1, 2)) },
    ],
    ['BUNDLE_VALIDATORS', 'four validators that became three', { to: block(1234, set(0, 1, 2)) }],
    ['BUNDLE_VALIDATORS', 'a hop of three validators', { hops: [block(1100, set(0, 1, 2))] }],
    ['BUNDLE_VALIDATORS', 'fewer than the anchor asks for', { seals: { minValidators: 5 } }],
    ['BUNDLE_VALIDATORS', 'a checkpoint of three validators', { from: block(1000, set(0, 1, 2)) }],
    [
      'BUNDLE_VALIDATORS',
      'a checkpoint of three validators as the block',
      { from: block(1234, set(0, 1, 2)), to: block(1234, set(0, 1, 2)) },
    ],
    [
      'BUNDLE_VALIDATORS',
      'validators that a contract names',
      { to: block(1234, [], { signers: set(0, 1, 2, 3) }) },
    ],
    [
      'BUNDLE_SEALS',
      'a block without a quorum',
      { to: block(1234, set(0, 1, 2, 3), { signers: set(0, 1) }) },
    ],
    [
      'BUNDLE_SEALS',
      'a hop without a quorum',
      { hops: [block(1100, set(0, 1, 2, 3), { signers: set(0, 1) })] },
    ],
    ['BUNDLE_SEALS', 'a stranger’s seal', { to: block(1234, set(0, 1, 2, 3), { signers: set(0, 1, 2, 9) }) }],
    ['BUNDLE_SEALS', 'IBFT 2.0 on a chain of QBFT', { to: block(1234, set(0, 1, 2, 3), ibft2) }],
    [
      'BUNDLE_SEALS',
      'IBFT 2.0 at the block of the migration',
      {
        from: block(1000, set(0, 1, 2, 3), ibft2),
        hops: [block(1100, set(0, 1, 2, 3), ibft2)],
        consensus: migrated,
      },
    ],
    [
      'BUNDLE_SEALS',
      'QBFT a block before the migration',
      {
        from: block(1000, set(0, 1, 2, 3), ibft2),
        hops: [block(1099, set(0, 1, 2, 3))],
        consensus: migrated,
      },
    ],
    [
      'BUNDLE_HEADER',
      'hops that do not ascend',
      { to: replaced, hops: [rotation.second, rotation.first, rotation.third, rotation.fourth] },
    ],
    [
      'BUNDLE_HEADER',
      'the same hop twice',
      { hops: [block(1100, set(0, 1, 2, 3)), block(1100, set(0, 1, 2, 3))] },
    ],
    ['BUNDLE_HEADER', 'the block as a hop to itself', { hops: [last] }],
    ['BUNDLE_HEADER', 'a hop after the block', { hops: [block(1235, set(0, 1, 2, 3))] }],
    [
      'BUNDLE_HEADER',
      'hops that do not ascend below the checkpoint',
      { hops: [block(901, set(0)), block(900, set(0))] },
    ],
    [
      'BUNDLE_HEADER',
      'a higher block at the same time',
      { hops: [block(1233, set(0, 1, 2, 3), { timestamp: start + 234 * 60 })] },
    ],
    [
      'BUNDLE_HEADER',
      'a block as old as the checkpoint',
      { from: block(1000, set(0, 1, 2, 3), { timestamp: start + 234 * 60 }) },
    ],
    ['INPUT_INVALID', 'a time that is none', { now: Number.NaN }],
    ['INPUT_INVALID', 'a negative time', { now: -1 }],
    ['BUNDLE_TRUST_MODE', 'no protocol at the block', { consensus: [] }],
  ])('is refused with %s for %s', (code, _what, plan) => {
    expect(() => openSealed(attested, plan)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused when the checkpoint names other validators than its block declares', () => {
    const sealed = sealedContent(attested, last);
    const honest = checkpointOf({ ...last, fields: { stateRoot: stateRootOf(attested) } });
    const options = { attestor: country('PE'), now: start + day };
    const others = set(0, 1, 2, 4).map(({ address }) => address);
    const open = (change: Partial<typeof honest>) =>
      openBundle(encodeBundle(sealed), sealedTrust({ ...honest, ...change }), options);
    expect(open({}).block.number).toBe(1234);
    const refusal = expect.objectContaining({ code: 'BUNDLE_CHECKPOINT' });
    expect(() => open({ validators: others })).toThrow(refusal);
    expect(() => open({ timestamp: honest.timestamp - 1 })).toThrow(refusal);
  });
});

const stateRootOf = ({ header }: BundleContent) => decodeHeader(header).stateRoot;
