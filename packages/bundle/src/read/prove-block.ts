import type { Country } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { SignatureVerifier } from '@eslabon/credentials';
import type { BundleTrust } from '../format/bundle-content.js';
import type { BlockHeader } from '../header/decode-header.js';
import type { SignerRecovery } from '../header/seals/recover-signer.js';
import type { TrustAnchor } from '../trust/trust-anchor.js';
import { checkAttestation } from './check-attestation.js';
import { checkTime } from './check-time.js';
import { hashBlock } from './hash-block.js';
import type { ProvenBlock } from './proven-block.js';
import { walkSeals } from './walk-seals.js';

export interface BlockTrust {
  trust: TrustAnchor;
  /** The country whose attestors this reader follows. */
  attestor: Country;
  verifySignature: SignatureVerifier;
  recoverSigner: SignerRecovery;
  /** Unix seconds. */
  now?: number | undefined;
}

/**
 * Proves that the chain has the block, in the way that the bundle offers, if the anchor has what that way needs.
 * @throws EslabonError BUNDLE_TRUST_MODE, BUNDLE_FUTURE, and as {@link checkAttestation} and {@link walkSeals} do
 */
export function proveBlock(claim: BundleTrust, block: BlockHeader, options: BlockTrust): ProvenBlock {
  const { trust, now } = options;
  checkTime(block, now);
  if (claim.mode === 'attested') {
    if (trust.attestors.length === 0)
      throw wrongMode('attested by an authority', 'takes nobody’s word on a block');
    const hash = hashBlock(trust.consensus, block);
    const { kid, country } = checkAttestation(claim.statement, { block, hash }, options);
    return { hash, trust: { mode: 'attested', attestor: kid, country } };
  }
  if (trust.seals === undefined)
    throw wrongMode('sealed by validators', 'does not follow the chain’s validators');
  if (now === undefined) {
    throw new EslabonError(
      'INPUT_INVALID',
      'Opening a bundle with validators’ seals needs the time: “now” is missing.',
    );
  }
  return walkSeals(claim.hops, block, { ...options, seals: trust.seals, now });
}

function wrongMode(how: string, why: string): EslabonError {
  return new EslabonError('BUNDLE_TRUST_MODE', `The bundle is ${how}; the trust anchor ${why}.`, {
    hints: ['Ask for a bundle of the other kind, or for a trust anchor that accepts this one.'],
  });
}
