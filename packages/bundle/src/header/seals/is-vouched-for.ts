import type { Address } from '@eslabon/core';
import { vouchersNeeded } from './quorum.js';

/** Whether a header's signers have enough of a trusted set among them that the header can be followed from it. */
export function isVouchedFor(signers: readonly Address[], trusted: readonly Address[]): boolean {
  return vouchersAmong(signers, trusted) >= vouchersNeeded(trusted.length);
}

/** How many of the signers are in the trusted set. */
export function vouchersAmong(signers: readonly Address[], trusted: readonly Address[]): number {
  const members = new Set(trusted);
  return signers.filter((signer) => members.has(signer)).length;
}
