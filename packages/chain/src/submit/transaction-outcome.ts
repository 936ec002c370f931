import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { formatQuantity, parseObject, parseQuantity } from '../client/wire.js';
import { toRevert } from '../reverts/to-revert.js';
import type { Outcome } from './submitter.js';

/** What became of a transaction on a chain whose blocks are final. The reason of a revert is found by calling again. */
export async function transactionOutcome(client: ChainClient, hash: Hash): Promise<Outcome> {
  const answer = await client.request('eth_getTransactionReceipt', [hash]);
  if (answer === null) return { state: 'pending' };
  const receipt = parseObject(answer, 'a receipt');
  const blockNumber = parseQuantity(receipt.blockNumber, 'block of a receipt');
  if (parseQuantity(receipt.status, 'status of a receipt') === 1) return { state: 'mined', blockNumber };
  return { state: 'reverted', ...(await reasonOf(client, hash, blockNumber)) };
}

/** Receipts carry no reason, so the call is repeated on the state before its block. */
async function reasonOf(client: ChainClient, hash: Hash, blockNumber: number) {
  const { from, to, input, gas } = parseObject(
    await client.request('eth_getTransactionByHash', [hash]),
    'a transaction',
  );
  const call = { from, data: input, gas, gasPrice: '0x0', ...(to === null ? {} : { to }) };
  try {
    await client.request('eth_call', [call, formatQuantity(blockNumber - 1)]);
  } catch (error) {
    const revert = toRevert(error);
    if (revert instanceof EslabonError && revert.details.error !== undefined) {
      return { code: revert.code, error: String(revert.details.error) };
    }
    if (revert instanceof EslabonError && revert.code === 'CHAIN_UNREACHABLE') throw revert;
  }
  return { code: 'CHAIN_REVERTED' as const, error: 'UnknownError' };
}
