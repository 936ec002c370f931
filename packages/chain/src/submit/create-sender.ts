import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { ChainClient } from '../client/create-chain-client.js';
import { createQueue } from './create-queue.js';
import { estimateGas } from './estimate-gas.js';
import { createNonceLedger } from './nonce-ledger.js';
import { sendRawTransaction } from './send-raw-transaction.js';

export interface Transaction {
  /** Absent to deploy. */
  to?: Address;
  data: Hex;
  gas?: bigint;
}

/** One account that sends transactions in the order in which they were given to it. */
export interface Sender {
  address: Address;
  send(transaction: Transaction): Promise<Hash>;
}

/** How often a transaction is signed anew because its nonce turned out to be wrong. */
const attempts = 3;

export function createSender({ client, privateKey }: { client: ChainClient; privateKey: Hex }): Sender {
  const account = privateKeyToAccount(privateKey);
  const address = lowerHex(account.address);
  const ledger = createNonceLedger(client, address);
  const enqueue = createQueue();

  async function sign(
    transaction: Transaction,
    nonce: number,
    gas: bigint,
  ): Promise<{ raw: Hex; hash: Hash }> {
    const { to, data } = transaction;
    const raw = await account.signTransaction({
      type: 'legacy',
      chainId: client.chainId,
      nonce,
      gas,
      gasPrice: 0n,
      data,
      ...(to === undefined ? {} : { to }),
    });
    return { raw, hash: keccak256(raw) };
  }

  async function send(transaction: Transaction): Promise<Hash> {
    const gas = transaction.gas ?? (await estimateGas(client, address, transaction));
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const nonce = await ledger.next();
      const { raw, hash } = await sign(transaction, nonce, gas);
      const answer = await sendRawTransaction(client, raw, hash).catch((error: unknown) => {
        ledger.forget();
        throw error;
      });
      if (answer === 'accepted') {
        ledger.used(nonce, hash);
        return hash;
      }
      ledger.forget();
    }
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node refused ${attempts} nonces in a row of ${address}.`,
      {
        hints: ['Another process uses the same account: give each its own.'],
      },
    );
  }

  return { address, send: (transaction) => enqueue(() => send(transaction)) };
}
