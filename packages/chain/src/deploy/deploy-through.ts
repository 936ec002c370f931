import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Abi } from 'viem';
import { encodeDeployData } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { Announce, Outcome, SignedCreation, Submitter } from '../submit/submitter.js';
import { codeHashAt } from './code-hash-at.js';

export interface DeployedContract {
  address: Address;
  codeHash: Hash;
  blockNumber: number;
}

/** What lets a deployment survive the process that began it. */
export interface DeployThroughOptions {
  /** What an earlier run signed for this contract, by this way, and may have handed over. */
  earlier?: SignedCreation | undefined;
  announce?: Announce | undefined;
}

/** Creation code with the constructor arguments behind it. */
export function encodeCreation(contract: { abi: Abi; bytecode: Hex; args: readonly unknown[] }): Hex {
  return encodeDeployData(contract);
}

/**
 * Deploys a contract by way of a submitter and waits for it; the code hash is that of the code found on the chain. What
 * an earlier run signed is gone on with, and signed anew only when it can never take effect or the chain refused it.
 * @throws EslabonError CHAIN_*
 */
export async function deployThrough(
  client: ChainClient,
  submitter: Submitter,
  code: Hex,
  { earlier, announce }: DeployThroughOptions = {},
): Promise<DeployedContract> {
  const resumed = earlier && (await submitter.resume(earlier));
  if (resumed !== undefined) {
    const outcome = await awaitOutcome(submitter, resumed.hash);
    if (outcome.state === 'mined') return settle(client, resumed.hash, outcome);
  }
  const { hash } = await submitter.deploy(code, announce);
  const outcome = await awaitOutcome(submitter, hash);
  if (outcome.state === 'mined') return settle(client, hash, outcome);
  throw new EslabonError(outcome.code, `A contract could not be deployed: ${outcome.error}.`, {
    hints: outcome.hints ?? [],
  });
}

async function settle(
  client: ChainClient,
  hash: Hash,
  { contract: address, blockNumber }: Extract<Outcome, { state: 'mined' }>,
): Promise<DeployedContract> {
  const codeHash = address && (await codeHashAt(client, address));
  if (address !== undefined && codeHash !== undefined) return { address, codeHash, blockNumber };
  throw new EslabonError(
    'CHAIN_RESPONSE_INVALID',
    `The node mined ${hash} and shows no contract that it created.`,
  );
}
