import type { NodeSet } from '@eslabon/bundle';
import { changedSlot, keccak256, readRlpScalar, rlpDecode } from '@eslabon/bundle';
import type { Address, Hash } from '@eslabon/core';
import { hexToBytes } from 'viem';
import { diverged } from '../index/diverged.js';
import type { EventIndex } from '../index/event-index.js';
import { requireSound } from './require-sound.js';

/**
 * Checks that the ERC-1056 changes of the authorities that were followed are those that the chain proves.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when a proof does not hold; CHAIN_INDEX_DIVERGED
 */
export function checkChanged(
  nodes: NodeSet,
  storageHash: Hash,
  authorities: readonly Address[],
  { index, blockNumber }: { index: EventIndex; blockNumber: number },
): void {
  const followed = index.changedAt(blockNumber);
  for (const authority of authorities) {
    const proven = requireSound('ERC-1056 proof', () => readChanged(nodes, storageHash, authority));
    // A shared ERC-1056 registry may have changes from before the registries were there to follow.
    if (proven === (followed.get(authority) ?? 0) || (proven < index.deployBlock && !followed.has(authority)))
      continue;
    throw diverged(
      `ERC-1056 last changed ${authority} in block ${proven}, its events say ${followed.get(authority) ?? 'never'}.`,
      { authority, proven, followed: followed.get(authority) ?? 0 },
    );
  }
}

function readChanged(nodes: NodeSet, storageHash: Hash, identity: Address): number {
  const value = nodes.lookup(hexToBytes(storageHash), keccak256(hexToBytes(changedSlot(identity))));
  return value === undefined ? 0 : Number(readRlpScalar(rlpDecode(value)));
}
