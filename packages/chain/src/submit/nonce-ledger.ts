import type { Address, Hash } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseQuantity } from '../client/wire.js';

export interface NonceLedger {
  /** The nonce for the next transaction. */
  next(): Promise<number>;
  /** Notes that a transaction with this nonce was accepted. */
  used(nonce: number, hash: Hash): void;
  /** Drops what is noted: the node is believed next time. */
  forget(): void;
}

/**
 * Counts the nonces of one account. Nodes count pending transactions late or not at all, so our own count goes first;
 * but a node that lost our last transaction (restarted, or another one behind the same address) would wait for ever
 * for the gap to close, so it is asked when its count is lower.
 */
export function createNonceLedger(client: ChainClient, address: Address): NonceLedger {
  let last: { nonce: number; hash: Hash } | undefined;
  return {
    async next() {
      const answer = await client.request('eth_getTransactionCount', [address, 'pending']);
      const pending = parseQuantity(answer, 'eth_getTransactionCount');
      if (last === undefined || pending > last.nonce) return pending;
      const isKnown = (await client.request('eth_getTransactionByHash', [last.hash])) !== null;
      return isKnown ? last.nonce + 1 : pending;
    },
    used(nonce, hash) {
      last = { nonce, hash };
    },
    forget() {
      last = undefined;
    },
  };
}
