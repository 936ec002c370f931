import type { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../create-chain-client.js';
import { createChainClient } from '../create-chain-client.js';
import type { ChainBlock } from '../get-block.js';
import type { Gravity } from './gravity.js';

export interface PoolNodeOptions {
  /** How it is called in messages. */
  name: string;
  rpcUrl: string;
  chainId: number;
  timeoutMs: number;
}

/** One node of a pool and what is remembered of it. */
export interface PoolNode {
  readonly name: string;
  readonly client: ChainClient;
  /** Asks with less patience: to compare heads nobody has to wait long. */
  readonly probe: ChainClient;
  /** Its newest block, as of the last survey that it answered in time. */
  head: ChainBlock | undefined;
  /** What it was last found to be or do, until it answers again. */
  finding: { error: EslabonError; gravity: Gravity } | undefined;
  /** Left alone until then, in milliseconds since 1970. */
  until: number;
  /** Findings in a row, and when the last of them was. */
  strikes: number;
  struckAt: number;
}

const probeLimitMs = 2_000;

/** Longest that a node is left alone, in milliseconds; also how long it takes for findings to be forgotten. */
const longest = { outage: 30_000, wrong: 600_000 };
const shortest = { outage: 1_000, wrong: 30_000 };

export function createPoolNode({ name, ...options }: PoolNodeOptions): PoolNode {
  const probeTimeout = Math.min(options.timeoutMs, probeLimitMs);
  return {
    name,
    client: createChainClient(options),
    probe: createChainClient({ ...options, timeoutMs: probeTimeout }),
    head: undefined,
    finding: undefined,
    until: 0,
    strikes: 0,
    struckAt: 0,
  };
}

/** Leaves a node alone for a while: twice as long at each finding, up to a limit. */
export function strike(node: PoolNode, error: EslabonError, gravity: Gravity, now: number): void {
  if (gravity === 'harmless') return;
  const kind = gravity === 'outage' ? 'outage' : 'wrong';
  if (now - node.struckAt > longest.wrong) node.strikes = 0;
  node.finding = { error, gravity };
  node.until = now + Math.min(longest[kind], shortest[kind] * 2 ** node.strikes);
  node.strikes += 1;
  node.struckAt = now;
}

/** A node that answered is asked again at once; how often it failed is remembered for a while. */
export function clearFinding(node: PoolNode): void {
  node.finding = undefined;
  node.until = 0;
}
