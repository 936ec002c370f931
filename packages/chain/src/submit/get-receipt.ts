import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseData, parseObject, parseQuantity } from '../client/wire.js';

export interface Receipt {
  blockNumber: number;
  /** Whether the transaction itself succeeded. */
  succeeded: boolean;
  /** The node's answer, as it came. */
  raw: Record<string, unknown>;
}

/**
 * The receipt of a mined transaction, undefined before.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when it is of another transaction, or says neither success nor failure
 */
export async function getReceipt(client: ChainClient, hash: Hash): Promise<Receipt | undefined> {
  const answer = await client.request('eth_getTransactionReceipt', [hash]);
  if (answer === null) return undefined;
  const raw = parseObject(answer, 'a receipt');
  const of = parseData(raw.transactionHash, 'transaction of a receipt', 32);
  const status = parseQuantity(raw.status, 'status of a receipt');
  if (of !== hash || status > 1) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `Asked for the receipt of ${hash}, the node gave one of ${of} with status ${status}.`,
    );
  }
  return { blockNumber: parseQuantity(raw.blockNumber, 'block of a receipt'), succeeded: status === 1, raw };
}
