import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { ChainClient } from '../client/create-chain-client.js';
import { createQueue } from './create-queue.js';
import { createUnsettled } from './create-unsettled.js';
import { estimateGas } from './estimate-gas.js';
import { newestBlock } from './next-block.js';
import { createNonceLedger } from './nonce-ledger.js';
import { readSigned } from './read-signed.js';
import { sendRawTransaction } from './send-raw-transaction.js';
import type { Announce, SignedCreation } from './submitter.js';

export interface Transaction {
  /** Absent to deploy. */
  to?: Address;
  data: Hex;
  gas?: bigint;
}

/** One account that sends transactions in the order in which they were given to it. */
export interface Sender {
  address: Address;
  send(transaction: Transaction, announce?: Announce): Promise<Hash>;
  /**
   * Sends what an earlier process signed, of whatever account: the same bytes are mined once.
   * @returns undefined when its nonce went to another transaction
   */
  resume(signed: SignedCreation): Promise<{ hash: Hash } | undefined>;
  /**
   * Sends a transaction once more, as it was, if the node does not know it any longer.
   * @throws EslabonError CHAIN_TIMEOUT when its nonce went to another transaction, so that it can never be mined
   */
  revive(hash: Hash): Promise<void>;
  /** Says that a transaction is settled. */
  forget(hash: Hash): void;
}

export interface SenderOptions {
  client: ChainClient;
  privateKey: Hex;
  /** Milliseconds after which a transaction that the node does not know is sent again; 1,000 when absent. */
  resendAfterMs?: number;
}

/** How often a transaction is signed anew because its nonce turned out to be wrong. */
const attempts = 8;

export function createSender({ client, privateKey, resendAfterMs = 1000 }: SenderOptions): Sender {
  const account = privateKeyToAccount(privateKey);
  const address = lowerHex(account.address);
  const ledger = createNonceLedger(client, address);
  const unsettled = createUnsettled(client, address, resendAfterMs);
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

  async function send(transaction: Transaction, announce?: Announce): Promise<Hash> {
    const gas = transaction.gas ?? (await estimateGas(client, address, transaction));
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const nonce = await ledger.next();
      const { raw, hash } = await sign(transaction, nonce, gas);
      await announce?.({ transaction: hash, raw, block: await newestBlock(client) });
      // Before it is sent: if the answer is lost, its outcome can be asked for all the same.
      unsettled.note(hash, { raw, nonce });
      const answer = await sendRawTransaction(client, raw, hash).catch((error: unknown) => {
        ledger.forget();
        throw error;
      });
      if (answer === 'accepted') {
        ledger.used(nonce, hash);
        return hash;
      }
      unsettled.forget(hash);
      if (answer === 'taken') ledger.taken(nonce);
      else ledger.forget();
    }
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node refused ${attempts} nonces in a row of ${address}.`,
      {
        hints: ['Another process uses the same account: give each its own.'],
      },
    );
  }

  async function resume({ raw, transaction: hash }: SignedCreation): Promise<{ hash: Hash } | undefined> {
    const { nonce } = await readSigned(raw);
    unsettled.note(hash, { raw, nonce });
    if ((await sendRawTransaction(client, raw, hash)) === 'accepted') return { hash };
    unsettled.forget(hash);
    return undefined;
  }

  return {
    address,
    send: (transaction, announce) => enqueue(() => send(transaction, announce)),
    resume: (signed) => enqueue(() => resume(signed)),
    revive: (hash) => unsettled.revive(hash),
    forget: (hash) => unsettled.forget(hash),
  };
}
