import type { Address, Hash, Hex } from '@eslabon/core';
import type { ChainClient } from '../../client/create-chain-client.js';
import { decodeRevert } from '../../reverts/decode-revert.js';
import { getReceipt } from '../get-receipt.js';
import { readLogs } from '../read-logs.js';
import type { Outcome } from '../submitter.js';
import { namedContract } from '../transaction-outcome.js';
import { relayHubAbi } from './hub-abi.js';
import { explainRefusal, reasonOf } from './relay-refusal.js';

/**
 * What became of a transaction that a RelaySigner carried. The node's own transaction succeeds whatever happens inside:
 * what counts are the hub's events and the RelaySigner's receipt, and both have to say that it went well.
 */
export async function relayOutcome(relay: ChainClient, hash: Hash): Promise<Outcome> {
  const receipt = await getReceipt(relay, hash);
  if (receipt === undefined) return { state: 'pending' };
  const { blockNumber, succeeded, raw } = receipt;
  for (const { eventName, args } of readLogs(raw, relayHubAbi)) {
    if (eventName === 'BadTransactionSent') return refused(reasonOf(args.errorCode));
    if (eventName === 'TransactionRelayed') {
      return args.executed && succeeded ? { state: 'mined', blockNumber } : reverted(args.output);
    }
    const contract = args.contractDeployed.toLowerCase() as Address;
    return succeeded ? { state: 'mined', blockNumber, contract } : reverted('0x');
  }
  const contract = namedContract(raw);
  if (succeeded && contract !== undefined) return { state: 'mined', blockNumber, contract };
  // A creation that reverts leaves no event, and the node's transaction may have run out of gas.
  return reverted(hexOf(raw.revertReason));
}

function reverted(output: Hex): Outcome {
  const { code, details } = decodeRevert(output);
  return { state: 'reverted', code, error: String(details.error) };
}

function refused(reason: string): Outcome {
  const { hints } = explainRefusal(reason);
  return { state: 'reverted', code: 'CHAIN_RELAY_REFUSED', error: reason, hints };
}

function hexOf(value: unknown): Hex {
  return typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value) ? (value as Hex) : '0x';
}
