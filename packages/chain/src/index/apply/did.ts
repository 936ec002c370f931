import type { Address } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import type { DidEvent } from '../registry-event.js';

/** Block of the latest ERC-1056 change by identity. What changed is proven from the chain, not kept here. */
export type ChangedBlocks = Map<Address, number>;

/** Takes one event of EthereumDIDRegistry into the map, which is changed. */
export function applyDidEvent(changed: ChangedBlocks, event: DidEvent, blockNumber: number): void {
  changed.set(lowerHex(event.args.identity), blockNumber);
}
