import type { Address, NonceFact } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { diverged } from '../diverged.js';
import { compareText } from './compare-text.js';

/** Next nonce by authority. */
export type Nonces = Map<Address, number>;

/** InstructionUsed: the authority spent a nonce, so the next one follows it. Nonces have no gaps, hence a gap is a lost event. */
export function applyInstructionUsed(nonces: Nonces, args: { authority: Address; nonce: bigint }): void {
  const authority = lowerHex(args.authority);
  const expected = nonces.get(authority) ?? 0;
  if (args.nonce !== BigInt(expected)) {
    throw diverged(`Authority ${authority} used nonce ${args.nonce} after ${expected} instructions.`);
  }
  nonces.set(authority, expected + 1);
}

export function nonceFacts(nonces: Nonces): NonceFact[] {
  return [...nonces]
    .map(([authority, nonce]) => ({ authority, nonce }))
    .sort((a, b) => compareText(a.authority, b.authority));
}
