import { beforeAll, describe, expect, it } from '@jest/globals';
import { fromHex, toHex } from '../bytes/hex.js';
import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import type { SignerRecovery } from '../header/seals/recover-signer.js';
import type { SealPlan } from '../testing/seal-header.js';
import { validatorSet } from '../testing/seal-header.js';
import { checkpointOf, sealedContent, sealedTrust } from '../testing/sealed-bundle.js';
import { block, day, start } from '../testing/sealed-case.js';
import { syntheticContent } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import { limitRecovery } from './limit-recovery.js';
import { openBundle } from './open-bundle.js';

const sixteen = validatorSet(...Array.from({ length: 16 }, (_, i) => i));

/** A seal that says whose it is, and its reading: a thousand real recoveries would take seconds. */
const namedSeal = (address: string) => Uint8Array.of(...fromHex(address), ...new Uint8Array(45));
const readName: SignerRecovery = (_hash, seal) => toHex(seal.subarray(0, 20));

const sealed = (number: number, seals: number): SealPlan =>
  block(number, sixteen, {
    signers: [],
    alterSeals: () => sixteen.slice(0, seals).map(({ address }) => namedSeal(address)),
  });

it('a recovery answers 1,024 times and no more', () => {
  const recover = limitRecovery(readName);
  for (let i = 0; i < 1024; i++)
    expect(recover(new Uint8Array(32), namedSeal(`0x${'11'.repeat(20)}`))).toBeDefined();
  expect(() => recover(new Uint8Array(32), namedSeal(`0x${'11'.repeat(20)}`))).toThrow(
    expect.objectContaining({ code: 'BUNDLE_TOO_LARGE' }),
  );
});

describe('the seals of a bundle', () => {
  let attested: BundleContent;

  beforeAll(async () => {
    attested = await syntheticContent();
  });

  /** 63 hops of 16 seals, and the block with `seals`. */
  function open(seals: number, hopsBelow = 0) {
    const hops = Array.from({ length: 63 + hopsBelow }, (_, i) => sealed(1001 - hopsBelow + i, 16));
    const file = encodeBundle(sealedContent(attested, sealed(1234, seals), hops));
    const anchor = sealedTrust(checkpointOf(sealed(1000, 16)));
    return openBundle(file, anchor, { attestor: country('PE'), now: start + day, recoverSigner: readName });
  }

  it('are checked up to 1,024 of them', () => {
    expect(open(16).trust).toMatchObject({ hops: 63, signers: 16 });
  });

  it('are not counted where they are passed over', () => {
    expect(open(16, 10).trust).toMatchObject({ hops: 63, signers: 16 });
  });

  it('are too many when there are more, so that no file keeps a reader busy', () => {
    const anchor = sealedTrust(checkpointOf(sealed(1000, 16)));
    const hops = Array.from({ length: 64 }, (_, i) => sealed(1001 + i, 16));
    const file = encodeBundle(sealedContent(attested, sealed(1234, 16), hops));
    const options = { attestor: country('PE'), now: start + day, recoverSigner: readName };
    expect(() => openBundle(file, anchor, options)).toThrow(
      expect.objectContaining({ code: 'BUNDLE_TOO_LARGE' }),
    );
  });
});
