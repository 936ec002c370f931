import type { Address, Hash, Hex } from '@eslabon/core';
import { decodeFunctionData, encodeEventTopics, fromRlp, hexToNumber, parseAbi, size } from 'viem';
import type { ChainClient } from '../../client/create-chain-client.js';
import { formatQuantity, parseArray, parseData, parseObject } from '../../client/wire.js';
import { relayHubAbi } from './hub-abi.js';

export interface Creation {
  /** Account that signed. */
  from: Address;
  /** The hub's, of that account through the node. */
  nonce: number;
  /** Creation code with constructor arguments, without the tail that names node and expiration. */
  code: Hex;
}

const deployAbi = parseAbi([
  'function deployMetaTx(uint256 gasLimit, bytes signingData, uint8 v, bytes32 r, bytes32 s)',
]);

/** Bytes behind the creation code: the node and the expiration. */
export const tailBytes = 64;

/**
 * Looks for the transaction by which a relay's node created a contract. The hub's event leads to it; what counts is that
 * the node sent it and what was signed for the hub, which no other contract's event can pretend.
 */
export async function findCreation(
  client: ChainClient,
  node: Address,
  creation: Creation,
  fromBlock: number,
): Promise<Hash | undefined> {
  const args = { relay: node, from: creation.from };
  const topics = encodeEventTopics({ abi: relayHubAbi, eventName: 'ContractDeployed', args });
  const filter = { fromBlock: formatQuantity(fromBlock), toBlock: 'latest', topics };
  for (const value of parseArray(await client.request('eth_getLogs', [filter]), 'eth_getLogs')) {
    const event = parseObject(value, 'an event');
    const hash = parseData(event.transactionHash, 'transaction of an event', 32);
    const answer = await client.request('eth_getTransactionByHash', [hash]);
    const { from, input } = parseObject(answer, 'a transaction');
    const isOfNode = parseData(from, 'sender of a transaction', 20) === node;
    if (isOfNode && carries(parseData(input, 'data of a transaction'), creation)) return hash;
  }
  return undefined;
}

function carries(input: Hex, { nonce, code }: Creation): boolean {
  try {
    const [, signed] = decodeFunctionData({ abi: deployAbi, data: input }).args;
    const [signedNonce, , , , , data] = fromRlp(signed) as Hex[];
    if (signedNonce === undefined || data === undefined) return false;
    const isSame = data.startsWith(code) && size(data) === size(code) + tailBytes;
    return isSame && (signedNonce === '0x' ? 0 : hexToNumber(signedNonce)) === nonce;
  } catch {
    // Another function of the hub.
    return false;
  }
}
