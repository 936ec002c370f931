import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseQuantity } from '../client/wire.js';
import { sendRawTransaction } from './send-raw-transaction.js';

/** Transactions of one account that were sent and may not be mined yet, kept so that they can be sent again. */
export interface Unsettled {
  note(hash: Hash, transaction: { raw: Hex; nonce: number }): void;
  forget(hash: Hash): void;
  /** @throws EslabonError CHAIN_TIMEOUT when it can never be mined */
  revive(hash: Hash): Promise<void>;
}

/** More than ever wait at a time; a caller that asks for no outcome must not fill the memory. */
const most = 1000;

export function createUnsettled(client: ChainClient, address: Address, resendAfterMs: number): Unsettled {
  const sent = new Map<Hash, { raw: Hex; nonce: number; looked: number }>();

  async function isLost(nonce: number): Promise<boolean> {
    const mined = await client.request('eth_getTransactionCount', [address, 'latest']);
    return parseQuantity(mined, 'eth_getTransactionCount') > nonce;
  }

  return {
    note(hash, transaction) {
      sent.set(hash, { ...transaction, looked: Date.now() });
      const [oldest] = sent.keys();
      if (sent.size > most && oldest !== undefined) sent.delete(oldest);
    },
    forget(hash) {
      sent.delete(hash);
    },
    async revive(hash) {
      const transaction = sent.get(hash);
      if (transaction === undefined || Date.now() - transaction.looked < resendAfterMs) return;
      transaction.looked = Date.now();
      if ((await client.request('eth_getTransactionByHash', [hash])) !== null) return;
      const { raw, nonce } = transaction;
      if ((await sendRawTransaction(client, raw, hash)) === 'accepted') return;
      // A nonce too high for the node, or one that waits behind another, may still have its turn.
      if (!(await isLost(nonce))) return;
      sent.delete(hash);
      throw new EslabonError(
        'CHAIN_TIMEOUT',
        `Transaction ${hash} was lost: nonce ${nonce} of ${address} went to another transaction.`,
        { hints: ['It can never be mined: submit the call again.'], details: { hash, nonce } },
      );
    },
  };
}
