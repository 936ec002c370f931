import { arrangementSlots, authoritySlots, statusSlots, storageRoot } from '@eslabon/bundle';
import type { RegistryFacts } from '@eslabon/core';
import { bytesToHex } from 'viem';
import { diverged } from '../index/diverged.js';
import type { CollectedProofs } from './collect-proofs.js';

/**
 * Rebuilds the storage of the three registries from facts and compares the roots with the chain's.
 * @throws EslabonError CHAIN_INDEX_DIVERGED
 */
export function checkStorageRoots(facts: RegistryFacts, { contracts }: CollectedProofs): void {
  const rebuilt = {
    authorityRegistry: authoritySlots(facts.authorities),
    arrangementRegistry: arrangementSlots(facts.arrangements),
    statusRegistry: statusSlots(facts.statuses),
  };
  for (const name of Object.keys(rebuilt) as (keyof typeof rebuilt)[]) {
    const own = bytesToHex(storageRoot(rebuilt[name]));
    const { storageHash } = contracts[name];
    if (own === storageHash) continue;
    throw diverged(`The events of the ${name} give storage root ${own}; the chain has ${storageHash}.`, {
      contract: name,
      rebuilt: own,
      proven: storageHash,
    });
  }
}
