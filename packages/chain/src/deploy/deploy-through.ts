import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Abi } from 'viem';
import { encodeDeployData } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { Submitter } from '../submit/submitter.js';
import { codeHashAt } from './code-hash-at.js';
import type { DeployedContract } from './deploy-contract.js';

/** Creation code with the constructor arguments behind it. */
export function encodeCreation(contract: { abi: Abi; bytecode: Hex; args: readonly unknown[] }): Hex {
  return encodeDeployData(contract);
}

/**
 * Deploys a contract by way of a submitter and waits for it; the code hash is that of the code found on the chain.
 * @throws EslabonError CHAIN_*
 */
export async function deployThrough(
  client: ChainClient,
  submitter: Submitter,
  code: Hex,
): Promise<DeployedContract> {
  const { hash } = await submitter.deploy(code);
  const outcome = await awaitOutcome(submitter, hash);
  if (outcome.state === 'reverted') {
    throw new EslabonError(outcome.code, `A contract could not be deployed: ${outcome.error}.`, {
      hints: outcome.hints ?? [],
    });
  }
  const { contract: address, blockNumber } = outcome;
  const codeHash = address && (await codeHashAt(client, address));
  if (address === undefined || codeHash === undefined) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node mined ${hash} and shows no contract that it created.`,
    );
  }
  return { address, codeHash, blockNumber };
}
