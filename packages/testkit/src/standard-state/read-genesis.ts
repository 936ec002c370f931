import { gunzipSync } from 'node:zlib';
import type { Address, Hash, Hex } from '@eslabon/core';
import { keccak256 } from 'viem';
import type { Node } from './node.js';
import type { StateDiff } from './state-diff.js';

interface DumpedAccount {
  nonce: number;
  balance: Hex;
  code: Hex;
  storage: Record<Hash, Hex>;
}

/** The accounts that anvil starts with. Only right while block 0 is the newest. */
export async function readGenesis(node: Node): Promise<StateDiff> {
  if (Number(await node.ask('eth_blockNumber', [])) !== 0) {
    throw new Error('This chain has blocks and no journal of them: start it anew, without its state file.');
  }
  const dump = (await node.ask('anvil_dumpState', [])) as Hex;
  const { accounts } = JSON.parse(gunzipSync(Buffer.from(dump.slice(2), 'hex')).toString()) as {
    accounts: Record<Address, DumpedAccount>;
  };
  return Object.fromEntries(
    Object.entries(accounts).map(([address, { nonce, balance, code, storage }]) => [
      address.toLowerCase(),
      { nonce, balance, codeHash: keccak256(code), storage },
    ]),
  );
}
