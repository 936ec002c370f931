import type { Address, Hash, Hex } from '@eslabon/core';
import { keccak256 } from 'viem';
import type { Node } from './node.js';
import type { AccountDiff, StateDiff } from './state-diff.js';
import { mergeDiff } from './state-diff.js';

interface TracedAccount {
  nonce?: number;
  balance?: Hex;
  code?: Hex;
  storage?: Record<Hash, Hex>;
}

/** Answer of the tracer `prestateTracer` in its mode `diffMode`, for one transaction. */
interface TracedTransaction {
  result: { pre: Record<Address, TracedAccount>; post: Record<Address, TracedAccount> };
}

/** What the transactions of a block changed in the state. */
export async function readDiff(node: Node, blockNumber: Hex): Promise<StateDiff> {
  const tracer = { tracer: 'prestateTracer', tracerConfig: { diffMode: true } };
  const traces = (await node.ask('debug_traceBlockByNumber', [blockNumber, tracer])) as TracedTransaction[];
  const diff: StateDiff = {};
  for (const { result } of traces) {
    // A slot that is in `pre` and not in `post` became zero.
    for (const [address, { storage = {} }] of Object.entries(result.pre) as [Address, TracedAccount][]) {
      const emptied = Object.fromEntries(Object.keys(storage).map((slot) => [slot, '0x0' as const]));
      mergeDiff(diff, { [address]: { storage: emptied } });
    }
    for (const [address, account] of Object.entries(result.post) as [Address, TracedAccount][]) {
      mergeDiff(diff, { [address]: toDiff(account) });
    }
  }
  return diff;
}

function toDiff({ nonce, balance, code, storage }: TracedAccount): AccountDiff {
  return {
    ...(nonce === undefined ? {} : { nonce }),
    ...(balance === undefined ? {} : { balance }),
    ...(code === undefined ? {} : { codeHash: keccak256(code) }),
    ...(storage === undefined ? {} : { storage }),
  };
}
