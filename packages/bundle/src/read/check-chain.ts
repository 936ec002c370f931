import { EslabonError } from '@eslabon/core';
import type { Deployment } from '../trust/trust-anchor.js';

/** @throws EslabonError BUNDLE_CHAIN when the bundle is of another chain. */
export function checkChain(chainId: number, trust: Deployment): void {
  if (chainId !== trust.chainId) {
    throw new EslabonError(
      'BUNDLE_CHAIN',
      `The bundle is of chain ${chainId}, not of chain ${trust.chainId}.`,
      {
        hints: ['Ask for a bundle of the network that the trust anchor names.'],
      },
    );
  }
}
