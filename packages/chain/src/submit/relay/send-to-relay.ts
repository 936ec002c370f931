import type { Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../../client/create-chain-client.js';
import { parseData } from '../../client/wire.js';
import { toNotPermitted } from '../to-not-permitted.js';
import { explainRefusal } from './relay-refusal.js';

/** How RelaySigners say at once what the hub would say later: JSON-RPC codes, and words of those that use one code. */
const refusals: readonly [reason: string, rpcCode: number, words: RegExp][] = [
  ['MaxBlockGasLimit', -32_005, /exceeds block gas limit/i],
  ['InvalidSignature', -32_002, /invalid signature|must be signed/i],
  ['BadNonce', -32_006, /incorrect nonce|BAD_NONCE|BadNonce/i],
  ['NotEnoughGas', -32_003, /intrinsic gas|NotEnoughGas/i],
  ['IsNotContract', -32_004, /not a contract/i],
  ['EmptyCode', -32_001, /empty code/i],
  ['InvalidDestination', -32_007, /invalid recipient/i],
];

/**
 * Hands a signed transaction to the RelaySigner.
 * @returns the hash of the node's transaction to the hub, not of what was signed
 * @throws EslabonError CHAIN_UNREACHABLE when it is unknown whether it arrived, CHAIN_SENDER_NOT_PERMITTED,
 * CHAIN_RELAY_REFUSED with `details.reason`
 */
export async function sendToRelay(relay: ChainClient, raw: Hex, nodeAddress: Hex): Promise<Hash> {
  let answer: unknown;
  try {
    answer = await relay.request('eth_sendRawTransaction', [raw]);
  } catch (error) {
    throw error instanceof EslabonError ? toRefusal(error, nodeAddress) : error;
  }
  return parseData(answer, 'hash of a transaction', 32);
}

function toRefusal(error: EslabonError, nodeAddress: Hex): EslabonError {
  if (error.code !== 'CHAIN_RESPONSE_INVALID' || error.details.rpcCode === undefined) return error;
  const { rpcCode } = error.details;
  const said = String(error.details.rpcMessage);
  const byWords = refusals.find(([, , words]) => words.test(said));
  const hint = `Check that ${nodeAddress} is the account of the RelaySigner's node, and the clock of this machine.`;
  const notPermitted = byWords === undefined ? toNotPermitted(error, [hint]) : undefined;
  if (notPermitted) return notPermitted;
  const [reason] = byWords ?? refusals.find(([, code]) => code === rpcCode) ?? [said];
  const { sentence, hints } = explainRefusal(reason);
  return new EslabonError('CHAIN_RELAY_REFUSED', `The RelaySigner refused the transaction: ${sentence}`, {
    hints,
    cause: error,
    details: { ...error.details, reason },
  });
}
