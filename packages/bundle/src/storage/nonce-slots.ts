import type { NonceFact } from '@eslabon/core';
import { instructedLayout } from '@eslabon/did-registry';
import { mappingSlot } from './derived-slot.js';
import type { SlotMap } from './slot-map.js';

const nonces = BigInt(instructedLayout.nonces.slot);

/** Adds the nonces of the instructions that a contract has consumed. */
export function addNonceSlots(slots: SlotMap, facts: readonly NonceFact[]): void {
  for (const { authority, nonce } of facts) slots.set(mappingSlot(nonces, BigInt(authority)), BigInt(nonce));
}
