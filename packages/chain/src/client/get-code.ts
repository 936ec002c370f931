import type { Address, Hex } from '@eslabon/core';
import type { ChainClient } from './create-chain-client.js';
import { parseData } from './wire.js';

/** Runtime code at an address as of the newest block, `0x` where there is none. */
export async function getCode(client: ChainClient, address: Address): Promise<Hex> {
  return parseData(await client.request('eth_getCode', [address, 'latest']), 'code of a contract');
}
