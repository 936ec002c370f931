import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { decodeHeader } from '../header/decode-header.js';
import type { LoadedBundle } from '../read/loaded-bundle.js';
import { openBundle } from '../read/open-bundle.js';
import type { SealTrust, TrustAnchor } from '../trust/trust-anchor.js';
import type { SealPlan } from './seal-header.js';
import { validatorSet as set } from './seal-header.js';
import { checkpointOf, sealedContent, sealedTrust } from './sealed-bundle.js';
import { country } from './synthetic-facts.js';

export const day = 86_400;
/** When block 1000 was made, in unix seconds. */
export const start = 1_700_000_000;

/** A block to seal, of a chain that makes one a minute. */
export function block(
  number: number,
  declared: SealPlan['declared'],
  plan: Partial<SealPlan> = {},
): SealPlan {
  return { protocol: 'qbft', number, timestamp: start + (number - 1000) * 60, declared, ...plan };
}

export const ibft2 = { protocol: 'ibft2' } as const;
export const checkpoint = block(1000, set(0, 1, 2, 3));
export const last = block(1234, set(0, 1, 2, 3));

/** From 0 1 2 3 one validator is replaced at a time, until none of those is left. */
export const rotation = {
  first: block(1010, set(1, 2, 3, 4)),
  second: block(1020, set(2, 3, 4, 5)),
  third: block(1030, set(3, 4, 5, 6)),
  fourth: block(1040, set(4, 5, 6, 7)),
};
/** A block after the {@link rotation}. */
export const replaced = block(1234, set(4, 5, 6, 7));

/** A chain that moved from IBFT 2.0 to QBFT. */
export const migrated: TrustAnchor['consensus'] = [
  { fromBlock: 0, protocol: 'ibft2' },
  { fromBlock: 1100, protocol: 'qbft' },
];

/** What differs from a bundle of block 1234 by the four validators of the checkpoint, opened a day after that. */
export interface SealedCase {
  from?: SealPlan;
  to?: SealPlan;
  hops?: SealPlan[];
  seals?: Partial<SealTrust>;
  consensus?: TrustAnchor['consensus'];
  now?: number;
}

/** Opens a bundle with the facts of an attested one, but sealed. */
export function openSealed(attested: BundleContent, plan: SealedCase): LoadedBundle {
  const { from = checkpoint, to = last, hops, seals, consensus, now = start + day } = plan;
  const { stateRoot } = decodeHeader(attested.header);
  const anchor = sealedTrust(checkpointOf({ ...from, fields: { stateRoot } }), seals, consensus);
  const file = encodeBundle(sealedContent(attested, to, hops));
  return openBundle(file, anchor, { attestor: country('PE'), now });
}
