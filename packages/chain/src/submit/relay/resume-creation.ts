import { setTimeout } from 'node:timers/promises';
import type { Address, Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { size, slice } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import { parseQuantity } from '../../client/wire.js';
import { readSigned } from '../read-signed.js';
import type { SignedCreation } from '../submitter.js';
import { type Creation, findCreation, tailBytes } from './find-creation.js';
import { relayOutcome } from './relay-outcome.js';

export interface RelayHands {
  /** The node of reads. */
  client: ChainClient;
  /** The RelaySigner. */
  relay: ChainClient;
  nodeAddress: Address;
  /** The account of this process. */
  address: Address;
  /** Signs a creation with a new expiration and hands it over. */
  carry(creation: Creation, gas: bigint): Promise<Hash>;
  /** Whether a refusal may be another in the next block. */
  isForNow(error: unknown): boolean;
  /** Milliseconds by which the node of reads may be behind that of the RelaySigner. */
  lagMs: number;
}

const timeoutMs = 60_000;
const pollMs = 200;

/**
 * Goes on with a creation that may be lost, on its way or on the chain. Only the RelaySigner's answer tells under which
 * hash a node carries it, and that answer may be lost: so it is looked for. What was signed expires: so it is signed anew,
 * with the nonce that it had, and the hub carries out one of the two.
 * @returns undefined when its nonce is of no use: something else has it, or those before it are missing
 * @throws EslabonError CHAIN_TIMEOUT when it is still on its way
 */
export async function resumeCreation(hands: RelayHands, kept: SignedCreation): Promise<Hash | undefined> {
  const { client, relay, nodeAddress, lagMs } = hands;
  const { from, nonce, gas, data } = await readSigned(kept.raw);
  requireAccount(hands.address, from);
  const creation: Creation = { from, nonce, code: slice(data, 0, size(data) - tailBytes) };
  let carried: Hash | 'refused' | undefined;
  let lostAt: number | undefined;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await setTimeout(pollMs)) {
    const next = await nonceOf(relay, from);
    const isLost = next > nonce || (next < nonce && carried === 'refused');
    lostAt = isLost ? (lostAt ?? Date.now()) : undefined;
    // After the nonce, so that it is seen what used it.
    const found = await findCreation(client, nodeAddress, creation, kept.block);
    if (found !== undefined) return found;
    if (lostAt !== undefined && Date.now() - lostAt >= lagMs) return undefined;
    if (next > nonce) continue;
    carried ??= await carry(hands, creation, gas);
    if (carried === undefined || carried === 'refused') continue;
    const refusal = await refusalOf(relay, carried);
    if (refusal === 'BadNonce') carried = 'refused';
    else if (refusal !== undefined) return carried;
  }
  throw new EslabonError('CHAIN_TIMEOUT', `A contract is still on its way after ${timeoutMs} ms.`, {
    hints: ['Run the same command again later: it goes on waiting for the same contract.'],
    details: { transaction: kept.transaction, nonce },
  });
}

async function nonceOf(relay: ChainClient, from: Address): Promise<number> {
  return parseQuantity(
    await relay.request('eth_getTransactionCount', [from, 'latest']),
    'eth_getTransactionCount',
  );
}

/** `refused` for its nonce, which what was handed over before has perhaps. Undefined when it is to be tried again. */
async function carry(
  { carry: handOver, isForNow }: RelayHands,
  creation: Creation,
  gas: bigint,
): Promise<Hash | 'refused' | undefined> {
  try {
    return await handOver(creation, gas);
  } catch (error) {
    if (error instanceof EslabonError && error.details.reason === 'BadNonce') return 'refused';
    if (isForNow(error)) return undefined;
    throw error;
  }
}

async function refusalOf(relay: ChainClient, hash: Hash): Promise<string | undefined> {
  const outcome = await relayOutcome(relay, hash);
  return outcome.state === 'reverted' ? outcome.error : undefined;
}

function requireAccount(address: Address, signer: Address): void {
  if (address === signer) return;
  throw new EslabonError(
    'CONFIG_INVALID',
    `The contract on its way was signed by ${signer}; this run has the key of ${address}.`,
    { hints: ['Go on with the key of the first run: only it can use the nonce again.'] },
  );
}
