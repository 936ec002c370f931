import type { Address, Hash } from '@eslabon/core';
import { keccak256 } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { getCode } from '../client/get-code.js';

/** keccak-256 of the code at an address as of the newest block; undefined where there is none. */
export async function codeHashAt(client: ChainClient, address: Address): Promise<Hash | undefined> {
  const code = await getCode(client, address);
  return code === '0x' ? undefined : keccak256(code);
}
