import type { Address, Hash } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseQuantity } from '../client/wire.js';

export interface NonceLedger {
  /** The nonce for the next transaction. */
  next(): Promise<number>;
  /** Notes that a transaction with this nonce was accepted. */
  used(nonce: number, hash: Hash): void;
  /** Notes that another transaction waits with this nonce, of an earlier process perhaps. */
  taken(nonce: number): void;
  /** Drops what is noted: the node is believed next time. */
  forget(): void;
}

/** After this the gap that holds up what was sent behind it is looked for. */
const stuckMs = 60_000;

/**
 * Counts the nonces of one account. Nodes count pending transactions late or not at all, so our own count goes first;
 * but a node that lost our last transaction (restarted, or another one behind the same address) would wait for ever
 * for the gap to close, so it is asked when its count is lower. If its count does not move for a minute, an earlier
 * transaction may be lost while later ones wait: its nonce is tried again, once a minute.
 */
export function createNonceLedger(client: ChainClient, address: Address): NonceLedger {
  let last: { nonce: number; hash?: Hash } | undefined;
  let seen = { pending: -1, since: 0 };
  return {
    async next() {
      const answer = await client.request('eth_getTransactionCount', [address, 'pending']);
      const pending = parseQuantity(answer, 'eth_getTransactionCount');
      if (pending !== seen.pending) seen = { pending, since: Date.now() };
      if (last === undefined || pending > last.nonce) return pending;
      if (Date.now() - seen.since > stuckMs) return pending;
      const { hash, nonce } = last;
      const isKnown =
        hash === undefined || (await client.request('eth_getTransactionByHash', [hash])) !== null;
      return isKnown ? nonce + 1 : pending;
    },
    used(nonce, hash) {
      if (last === undefined || nonce >= last.nonce) last = { nonce, hash };
    },
    taken(nonce) {
      if (last === undefined || nonce > last.nonce) last = { nonce };
      seen.since = Date.now();
    },
    forget() {
      last = undefined;
    },
  };
}
