import type { Address, Hash } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import type { Sender } from './create-sender.js';
import type { Outcome } from './submitter.js';
import { transactionOutcome } from './transaction-outcome.js';

/** What became of a transaction of a sender; one that the node forgot is sent again on the way. */
export async function senderOutcome(
  client: ChainClient,
  sender: Sender,
  hash: Hash,
  contractOf?: (receipt: Record<string, unknown>) => Address | undefined,
): Promise<Outcome> {
  const outcome = await transactionOutcome(client, hash, contractOf);
  if (outcome.state === 'pending') await sender.revive(hash);
  else sender.forget(hash);
  return outcome;
}
