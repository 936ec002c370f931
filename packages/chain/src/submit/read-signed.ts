import type { Address, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { parseTransaction, recoverTransactionAddress, type TransactionSerializedLegacy } from 'viem';

export interface SignedTransaction {
  from: Address;
  nonce: number;
  gas: bigint;
  data: Hex;
}

/**
 * Reads a signed transaction that was kept, with or without chain id.
 * @throws EslabonError DEPLOYMENT_MALFORMED when it is none
 */
export async function readSigned(raw: Hex): Promise<SignedTransaction> {
  try {
    const { nonce = 0, gas = 0n, data = '0x' } = parseTransaction(raw);
    const serializedTransaction = raw as TransactionSerializedLegacy;
    const from = lowerHex(await recoverTransactionAddress({ serializedTransaction }));
    return { from, nonce, gas, data };
  } catch (cause) {
    throw new EslabonError(
      'DEPLOYMENT_MALFORMED',
      'What was kept of the deployment is no signed transaction.',
      {
        cause,
      },
    );
  }
}
