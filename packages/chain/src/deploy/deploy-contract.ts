import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { keccak256 } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseData, parseObject, parseQuantity } from '../client/wire.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import { estimateGas } from '../submit/estimate-gas.js';
import { sendRawTransaction } from '../submit/send-raw-transaction.js';
import { transactionOutcome } from '../submit/transaction-outcome.js';
import { codeHashAt } from './code-hash-at.js';

export interface DeployedContract {
  address: Address;
  codeHash: Hash;
  blockNumber: number;
}

interface SignedDeployment {
  transaction: Hash;
  raw: Hex;
}

export interface ContractDeployment {
  /** Creation bytecode with constructor arguments. */
  data: Hex;
  /** What an earlier run signed for this contract and may have sent. */
  earlier?: SignedDeployment | undefined;
  /** Is told what was signed before it is sent. */
  announce(signed: SignedDeployment): Promise<void>;
}

/** How often a deployment is signed anew because its nonce turned out to be taken. */
const attempts = 3;

/**
 * Deploys a contract and waits for it; the code hash is that of the code found on the chain. A transaction of an earlier
 * run is sent again as it was: it is mined once, or never if its nonce went to another transaction. One that the chain
 * refused is signed anew.
 */
export async function deployContract(
  client: ChainClient,
  account: PrivateKeyAccount,
  { data, earlier, announce }: ContractDeployment,
): Promise<DeployedContract> {
  if (earlier !== undefined && (await send(client, earlier))) {
    const outcome = await mined(client, earlier.transaction);
    if (outcome.state === 'mined') return settle(client, earlier.transaction);
  }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const signed = await sign(client, account, data);
    await announce(signed);
    if (await send(client, signed)) return settle(client, signed.transaction);
  }
  throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node refused ${attempts} nonces in a row.`, {
    hints: ['Another process uses the account of the deployer: give each its own.'],
  });
}

async function sign(client: ChainClient, account: PrivateKeyAccount, data: Hex): Promise<SignedDeployment> {
  const address = lowerHex(account.address);
  const gas = await estimateGas(client, address, { data });
  const count = await client.request('eth_getTransactionCount', [address, 'pending']);
  const raw = await account.signTransaction({
    type: 'legacy',
    chainId: client.chainId,
    nonce: parseQuantity(count, 'eth_getTransactionCount'),
    gas,
    gasPrice: 0n,
    data,
  });
  return { raw, transaction: keccak256(raw) };
}

async function send(client: ChainClient, { raw, transaction }: SignedDeployment): Promise<boolean> {
  return (await sendRawTransaction(client, raw, transaction)) === 'accepted';
}

function mined(client: ChainClient, transaction: Hash) {
  return awaitOutcome({ outcome: (hash) => transactionOutcome(client, hash) }, transaction);
}

async function settle(client: ChainClient, transaction: Hash): Promise<DeployedContract> {
  const outcome = await mined(client, transaction);
  if (outcome.state === 'reverted') {
    throw new EslabonError(outcome.code, `A contract could not be deployed: ${outcome.error}.`);
  }
  const receipt = parseObject(await client.request('eth_getTransactionReceipt', [transaction]), 'a receipt');
  const address = parseData(receipt.contractAddress, 'address of a contract', 20);
  const codeHash = await codeHashAt(client, address);
  if (codeHash === undefined) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node mined ${transaction} and shows no code at ${address}.`,
    );
  }
  return { address, codeHash, blockNumber: outcome.blockNumber };
}
