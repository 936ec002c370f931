import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from './create-chain-client.js';
import { formatQuantity, parseArray, parseData, parseObject } from './wire.js';

/** Answer to eth_getProof (EIP-1186), shape checked and nothing proven. */
export interface AccountProof {
  address: Address;
  codeHash: Hash;
  storageHash: Hash;
  accountProof: Hex[];
  storageProof: { key: Hash; proof: Hex[] }[];
}

/**
 * Merkle proofs of an account and of some of its slots (32 bytes each) as of a block.
 * @throws EslabonError CHAIN_BLOCK_UNKNOWN with `isPruned` among the details when the node no longer keeps the state of
 * that block
 */
export async function getProof(
  client: ChainClient,
  address: Address,
  slots: readonly Hash[],
  blockNumber: number,
): Promise<AccountProof> {
  const answer = await askForProof(client, address, slots, blockNumber);
  const proof = parseObject(answer, 'eth_getProof');
  const storageProof = parseArray(proof.storageProof, 'storageProof');
  if (storageProof.length !== slots.length) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `Asked for proofs of ${slots.length} slots of ${address}, the node gave ${storageProof.length}.`,
    );
  }
  return {
    address,
    codeHash: parseData(proof.codeHash, 'codeHash', 32),
    storageHash: parseData(proof.storageHash, 'storageHash', 32),
    accountProof: parseNodes(proof.accountProof),
    storageProof: slots.map((key, i) => ({
      key,
      proof: parseNodes(parseObject(storageProof[i], 'a storage proof').proof),
    })),
  };
}

async function askForProof(
  client: ChainClient,
  address: Address,
  slots: readonly Hash[],
  blockNumber: number,
): Promise<unknown> {
  let answer: unknown;
  let cause: unknown;
  try {
    answer = await client.request('eth_getProof', [address, slots, formatQuantity(blockNumber)]);
  } catch (error) {
    if (!(error instanceof EslabonError) || error.code !== 'CHAIN_RESPONSE_INVALID') throw error;
    cause = error;
  }
  if (answer !== undefined && answer !== null) return answer;
  throw new EslabonError('CHAIN_BLOCK_UNKNOWN', `The node gives no proofs as of block ${blockNumber}.`, {
    hints: ['Nodes keep the state of recent blocks only: take a newer block, or ask an archive node.'],
    cause,
    details: { isPruned: true },
  });
}

function parseNodes(value: unknown): Hex[] {
  return parseArray(value, 'a proof').map((node) => parseData(node, 'a node of a proof'));
}
