import type { Address, Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { formatQuantity, parseData, parseObject } from '../client/wire.js';
import { toRevert } from '../reverts/to-revert.js';
import { getReceipt } from './get-receipt.js';
import type { Outcome } from './submitter.js';

/**
 * What became of a transaction on a chain whose blocks are final. The reason of a revert is found by calling again.
 * @param contractOf where the receipt names a contract that was created; its `contractAddress` when absent
 */
export async function transactionOutcome(
  client: ChainClient,
  hash: Hash,
  contractOf = namedContract,
): Promise<Outcome> {
  const receipt = await getReceipt(client, hash);
  if (receipt === undefined) return { state: 'pending' };
  const { blockNumber, succeeded, raw } = receipt;
  if (!succeeded) return { state: 'reverted', ...(await reasonOf(client, hash, blockNumber)) };
  const contract = contractOf(raw);
  return { state: 'mined', blockNumber, ...(contract === undefined ? {} : { contract }) };
}

/** The contract that a receipt itself names. */
export function namedContract({ contractAddress }: Record<string, unknown>): Address | undefined {
  if (contractAddress === null || contractAddress === undefined) return undefined;
  return parseData(contractAddress, 'address of a contract', 20);
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
