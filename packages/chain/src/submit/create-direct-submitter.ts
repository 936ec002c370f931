import type { Hex } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { createSender } from './create-sender.js';
import type { Submitter } from './submitter.js';
import { transactionOutcome } from './transaction-outcome.js';

export interface DirectSubmitterOptions {
  client: ChainClient;
  /** Of the account that carries. It needs no funds and no rights, and no other process may use it. */
  privateKey: Hex;
}

/**
 * Carries calls as plain legacy transactions with a gas price of 0, one after the other. Use one submitter for an
 * account: parallel transactions of one account overtake each other.
 */
export function createDirectSubmitter({ client, privateKey }: DirectSubmitterOptions): Submitter {
  const sender = createSender({ client, privateKey });
  return {
    submit: async (call) => ({ hash: await sender.send(call) }),
    outcome: (hash) => transactionOutcome(client, hash),
  };
}
