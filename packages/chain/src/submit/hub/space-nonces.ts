import { randomBytes } from 'node:crypto';
import type { Address } from '@eslabon/core';
import type { ChainClient } from '../../client/create-chain-client.js';
import { readContract } from '../../client/read-contract.js';
import { hubAbi } from './forward.js';

export interface SpaceNonces {
  /** A nonce that was not used before. */
  next(): Promise<bigint>;
  /** Leaves the row of nonces: another process uses it. */
  leave(): void;
}

/**
 * Nonces of one account in one space of a hub. The hub keeps 256 in a word, and a used word costs a quarter of the gas
 * of a new one: so they are taken one after the other, from a word chosen at random when the process starts.
 */
export function createSpaceNonces(
  client: ChainClient,
  address: Address,
  from: Address,
  space: number,
): SpaceNonces {
  let row: bigint | undefined;

  async function freshRow(): Promise<bigint> {
    for (;;) {
      const nonce = BigInt(`0x${randomBytes(31).toString('hex')}`) << 8n;
      const args = [from, space, nonce] as const;
      const call = { address, abi: hubAbi, functionName: 'isNonceUsed', args } as const;
      if (!(await readContract(client, call))) return nonce;
    }
  }

  return {
    async next() {
      const nonce = row ?? (await freshRow());
      row = nonce + 1n;
      if (row % 256n === 0n) row = undefined;
      return nonce;
    },
    leave() {
      row = undefined;
    },
  };
}
