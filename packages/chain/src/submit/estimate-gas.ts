import type { Address } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseQuantity } from '../client/wire.js';
import { toRevert } from '../reverts/to-revert.js';
import type { Transaction } from './create-sender.js';

/**
 * Gas limit for a transaction: the node's estimate and a quarter more, because the state may differ when it is mined.
 * @throws EslabonError CHAIN_* as decoded from the contract's error when the transaction would revert
 */
export async function estimateGas(
  client: ChainClient,
  from: Address,
  transaction: Transaction,
): Promise<bigint> {
  return withMargin(await askGas(client, from, transaction));
}

/** Gas that a transaction would use now. @throws EslabonError as {@link estimateGas} does */
export async function askGas(client: ChainClient, from: Address, { to, data }: Transaction): Promise<bigint> {
  const transaction = { from, data, gasPrice: '0x0', ...(to === undefined ? {} : { to }) };
  const answer = await client.request('eth_estimateGas', [transaction]).catch((error: unknown) => {
    throw toRevert(error);
  });
  return BigInt(parseQuantity(answer, 'eth_estimateGas'));
}

export function withMargin(estimate: bigint): bigint {
  return estimate + estimate / 4n;
}
