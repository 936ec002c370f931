import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Abi } from 'viem';
import { encodeDeployData, keccak256 } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseData, parseObject } from '../client/wire.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { Sender } from '../submit/create-sender.js';
import { transactionOutcome } from '../submit/transaction-outcome.js';

export interface DeployedContract {
  address: Address;
  codeHash: Hash;
  blockNumber: number;
}

export interface ContractToDeploy {
  abi: Abi;
  bytecode: Hex;
  args: readonly unknown[];
}

/** Deploys a contract and waits for it; the code hash is that of the code found on the chain. */
export async function deployContract(
  client: ChainClient,
  sender: Sender,
  contract: ContractToDeploy,
): Promise<DeployedContract> {
  const hash = await sender.send({ data: encodeDeployData(contract) });
  const outcome = await awaitOutcome({ outcome: (h) => transactionOutcome(client, h) }, hash);
  if (outcome.state === 'reverted') {
    throw new EslabonError(outcome.code, `A contract could not be deployed: ${outcome.error}.`);
  }
  const receipt = parseObject(await client.request('eth_getTransactionReceipt', [hash]), 'a receipt');
  const address = parseData(receipt.contractAddress, 'address of a contract', 20);
  const code = parseData(await client.request('eth_getCode', [address, 'latest']), 'code of a contract');
  return { address, codeHash: keccak256(code), blockNumber: outcome.blockNumber };
}
