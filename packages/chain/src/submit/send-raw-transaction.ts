import type { Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { inSession } from '../client/in-session.js';
import { toRevert } from '../reverts/to-revert.js';
import { toNotPermitted } from './to-not-permitted.js';

/** Words of geth, Besu and anvil for “I have this very transaction”. */
const known = /already (known|imported)|known transaction|TRANSACTION_ALREADY_KNOWN/i;

/** Words of geth, Besu and anvil for “another transaction waits with this nonce”. */
const taken = /replacement transaction/i;

/** Words of geth, Besu and anvil for “this nonce is not the next one”. */
const wrongNonce = /nonce\b.*\btoo (low|high|distant)/i;

/**
 * Sends a signed transaction; of several nodes, the same to another one when one does not answer. `wrong-nonce` and
 * `taken` mean that the node has not taken it and does not have it.
 * @throws EslabonError CHAIN_UNREACHABLE with the `hash` among the details, because it may have arrived;
 * CHAIN_SENDER_NOT_PERMITTED; otherwise what the node refused it for
 */
export async function sendRawTransaction(
  client: ChainClient,
  raw: Hex,
  hash: Hash,
): Promise<'accepted' | 'wrong-nonce' | 'taken'> {
  try {
    // In a session: a node that finds the nonce used may have mined this very transaction, and knows it itself.
    return await inSession(client, (node) => sendTo(node, raw, hash), 'outage');
  } catch (error) {
    if (!(error instanceof EslabonError) || error.code !== 'CHAIN_UNREACHABLE') throw error;
    throw new EslabonError(error.code, error.message, {
      hints: [
        'It may have arrived all the same: ask for the outcome of the transaction before repeating it.',
      ],
      cause: error,
      details: { ...error.details, hash },
    });
  }
}

async function sendTo(
  client: ChainClient,
  raw: Hex,
  hash: Hash,
): Promise<'accepted' | 'wrong-nonce' | 'taken'> {
  try {
    const answer = await client.request('eth_sendRawTransaction', [raw]);
    if (answer === hash) return 'accepted';
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    if (error.code === 'CHAIN_UNREACHABLE') throw error;
    const words = String(error.details.rpcMessage ?? '');
    if (known.test(words)) return 'accepted';
    const answer = taken.test(words) ? 'taken' : wrongNonce.test(words) ? 'wrong-nonce' : undefined;
    if (answer === undefined) throw toNotPermitted(error) ?? toRevert(error);
    // The first of two attempts may have got through while its answer was lost.
    const isKnown = (await client.request('eth_getTransactionByHash', [hash])) !== null;
    return isKnown ? 'accepted' : answer;
  }
  throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node took ${hash} for another transaction.`, {
    hints: ['It may have arrived all the same: ask for the outcome of the transaction before repeating it.'],
    details: { hash },
  });
}
