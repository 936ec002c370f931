import type { Address, NonceFact } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { compareText } from './compare-text.js';

/** Next nonce by authority. */
export type Nonces = Map<Address, number>;

/** InstructionUsed: the authority spent a nonce, so the next one follows it. */
export function applyInstructionUsed(nonces: Nonces, args: { authority: Address; nonce: bigint }): void {
  nonces.set(lowerHex(args.authority), Number(args.nonce) + 1);
}

export function nonceFacts(nonces: Nonces): NonceFact[] {
  return [...nonces]
    .map(([authority, nonce]) => ({ authority, nonce }))
    .sort((a, b) => compareText(a.authority, b.authority));
}
