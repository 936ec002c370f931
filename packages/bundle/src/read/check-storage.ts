import type { RegistryFacts } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { arrangementSlots } from '../storage/arrangement-slots.js';
import { authoritySlots } from '../storage/authority-slots.js';
import type { SlotMap } from '../storage/slot-map.js';
import { statusSlots } from '../storage/status-slots.js';
import { storageRoot } from '../trie/storage-root.js';
import type { ContractName } from './prove-accounts.js';

/**
 * Rebuilds the whole storage of our three contracts from the facts: nothing can be left out, added or changed unseen.
 * @throws EslabonError BUNDLE_STORAGE_ROOT
 */
export function checkStorage(facts: RegistryFacts, roots: Record<ContractName, Uint8Array>): void {
  checkRoot('authorityRegistry', authoritySlots(facts.authorities), roots);
  checkRoot('arrangementRegistry', arrangementSlots(facts.arrangements), roots);
  checkRoot('statusRegistry', statusSlots(facts.statuses), roots);
}

function checkRoot(name: ContractName, slots: SlotMap, roots: Record<ContractName, Uint8Array>): void {
  const rebuilt = toHex(storageRoot(slots));
  const proven = toHex(roots[name]);
  if (rebuilt !== proven) {
    throw new EslabonError(
      'BUNDLE_STORAGE_ROOT',
      `The facts of the ${name} give storage root ${rebuilt}; the chain has ${proven}.`,
      {
        hints: ['Something was left out, added or changed. Fetch the bundle again from an agent you trust.'],
      },
    );
  }
}
