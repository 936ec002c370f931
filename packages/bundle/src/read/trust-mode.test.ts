import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { blockHash } from '../header/block-hash.js';
import { decodeHeader } from '../header/decode-header.js';
import { checkpointOf, sealedContent, sealedTrust } from '../testing/sealed-bundle.js';
import { checkpoint, day, last, start } from '../testing/sealed-case.js';
import { peruKid, syntheticContent, trust } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { TrustAnchor } from '../trust/trust-anchor.js';
import { openBundle } from './open-bundle.js';

const now = start + day;
const asPeru = { attestor: country('PE') };
const seals = sealedTrust(checkpointOf(checkpoint));
/** A post that follows the validators and takes its authority's word too. */
const either: TrustAnchor = { ...seals, attestors: trust.attestors };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the mode of trust', () => {
  let attested: BundleContent;
  let sealed: BundleContent;

  beforeAll(async () => {
    attested = await syntheticContent();
    sealed = sealedContent(attested, last);
  });

  /** A bundle of a QBFT chain that Peru attests, by the block's hash unless told. */
  async function attestedOnQbft(
    hash = blockHash('qbft', decodeHeader(sealed.header)),
  ): Promise<BundleContent> {
    const { timestamp } = decodeHeader(sealed.header);
    const { trust: statement } = await syntheticContent({ attestation: { hash, timestamp } });
    return { ...sealed, trust: statement };
  }

  const open = (content: BundleContent, anchor: TrustAnchor, time: number | undefined = now) =>
    openBundle(encodeBundle(content), anchor, { ...asPeru, now: time });

  it('is attested or sealed, as the bundle says, for an anchor that has data for both', async () => {
    expect(open(sealed, either).trust).toMatchObject({ mode: 'sealed', signers: 4 });
    expect(open(await attestedOnQbft(), either).trust).toEqual({
      mode: 'attested',
      attestor: peruKid,
      country: 'PE',
    });
  });

  it('is refused when the anchor has no data for it', async () => {
    expect(() => open(sealed, trust)).toThrow(code('BUNDLE_TRUST_MODE'));
    expect(() => open(attested, { ...trust, attestors: [] })).toThrow(code('BUNDLE_TRUST_MODE'));
    const content = await attestedOnQbft();
    expect(() => open(content, seals)).toThrow(code('BUNDLE_TRUST_MODE'));
  });

  it('sealed needs the time, attested does not', async () => {
    expect(() => openBundle(encodeBundle(sealed), either, asPeru)).toThrow(code('INPUT_INVALID'));
    expect(openBundle(encodeBundle(attested), trust, asPeru).block.number).toBe(1234);
  });

  it('attested bundles of the future are refused by a reader that tells the time', () => {
    const { timestamp } = decodeHeader(attested.header);
    expect(open(attested, trust, timestamp - 300).block.number).toBe(1234);
    expect(() => open(attested, trust, timestamp - 301)).toThrow(code('BUNDLE_FUTURE'));
    expect(() => open(attested, trust, Number.POSITIVE_INFINITY)).toThrow(code('INPUT_INVALID'));
  });

  it('attested means on a QBFT chain the hash by which that chain names the block', async () => {
    const content = await attestedOnQbft();
    expect(open(content, either).block.hash).toBe(blockHash('qbft', decodeHeader(sealed.header)));
    const plainly = await attestedOnQbft(blockHash(undefined, decodeHeader(sealed.header)));
    expect(() => open(plainly, either)).toThrow(code('BUNDLE_ATTESTATION'));
    expect(() => open(attested, either)).toThrow(code('BUNDLE_HEADER'));
  });

  it('attested does not look at the seals', async () => {
    const unsealed = sealedContent(attested, { ...last, signers: [] });
    const content = { ...unsealed, trust: (await attestedOnQbft()).trust };
    expect(open(content, either).trust.mode).toBe('attested');
  });

  it('sealed proves no other facts, and reads no hop that is no header', () => {
    const forged = structuredClone(sealed);
    forged.facts.statuses.lists[0]?.revoked.clear();
    forged.facts.statuses.lists[1]?.revoked.clear();
    expect(() => open(forged, either)).toThrow(code('BUNDLE_STORAGE_ROOT'));
    const broken: BundleContent = { ...sealed, trust: { mode: 'sealed', hops: [Uint8Array.of(1)] } };
    expect(() => open(broken, either)).toThrow(code('BUNDLE_HEADER'));
  });
});
