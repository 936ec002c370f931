import { EslabonError } from '@eslabon/core';
import type { BundleTrust } from '../format/bundle-content.js';
import type { BlockHeader } from '../header/decode-header.js';
import type { AttestationTrust } from './check-attestation.js';
import { checkAttestation } from './check-attestation.js';
import type { ProvenTrust } from './loaded-bundle.js';

/**
 * Proves that the chain has the block, in the way that the bundle offers.
 * @throws EslabonError BUNDLE_TRUST_MODE, and as {@link checkAttestation}
 */
export function proveBlock(claim: BundleTrust, block: BlockHeader, options: AttestationTrust): ProvenTrust {
  if (claim.mode === 'sealed') {
    throw new EslabonError(
      'BUNDLE_TRUST_MODE',
      'The trust anchor does not follow the chain\u2019s validators.',
    );
  }
  const { kid, country } = checkAttestation(claim.statement, block, options);
  return { mode: 'attested', attestor: kid, country };
}
