import type { ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient, Failover } from '../create-chain-client.js';
import type { NodeFailure } from './gather-failures.js';
import { gatherFailures } from './gather-failures.js';
import { gravityOf } from './gravity.js';
import { nameNodes } from './name-nodes.js';
import { lagOf, orderNodes } from './order-nodes.js';
import type { PoolNode } from './pool-node.js';
import { clearFinding, createPoolNode, strike } from './pool-node.js';
import { surveyHeads } from './survey-heads.js';

export interface NodePoolOptions {
  /** One at the least; the first that is without fault is asked. See `ChainClientOptions` for their form. */
  rpcUrls: readonly string[];
  /** The chain that every node must serve. */
  chainId: number;
  /** Limit for one answer of one node in milliseconds; 10,000 when absent. */
  timeoutMs?: number;
  /** Seconds by which the newest block of a node may be older than that of the others; 60 when absent. */
  lagLimit?: number;
  /** Milliseconds between two comparisons of the nodes' heads; 5,000 when absent. */
  surveyMs?: number;
  /** Milliseconds since 1970; the system's clock when absent. */
  now?: () => number;
}

/** How a node of a pool does. */
export interface NodeStatus {
  /** Host and port. */
  node: string;
  /** Whether it is asked in its turn. */
  ok: boolean;
  /** What it was last found to do wrong. */
  code?: ErrorCode;
  message?: string;
}

/**
 * Several nodes of one chain behind one client, none of which is believed more than the others.
 *
 * `request` asks the first node without fault and, when it does not answer or is of another chain, the next. A
 * transaction that is thereby handed over twice is the same transaction. `session` keeps to one node and goes on to the
 * next also after answers that do not hold: whoever works in a session checks them and throws. Nodes at fault are left
 * alone for a while that doubles, up to 30 seconds after outages and ten minutes after wrong answers; a contradiction
 * (CHAIN_INDEX_DIVERGED, CHAIN_FORKED) counts as a fault of a node only when another node could do what it could not.
 *
 * When none can answer, the error has what each did wrong in `details.nodes`: `{node, code, message}`.
 */
export interface NodePool extends ChainClient {
  session<T>(work: (node: ChainClient) => Promise<T>, failover?: Failover): Promise<T>;
  /** In the configured order. */
  status(): NodeStatus[];
}

/** Makes a pool. Does not talk to the nodes yet. */
export function createNodePool(options: NodePoolOptions): NodePool {
  const { rpcUrls, chainId, timeoutMs = 10_000, lagLimit = 60, surveyMs = 5_000, now = Date.now } = options;
  const names = nameNodes(rpcUrls);
  const nodes = rpcUrls.map((rpcUrl, at) =>
    createPoolNode({ name: names[at] as string, rpcUrl, chainId, timeoutMs }),
  );
  const order = () => orderNodes(nodes, { now: now(), lagLimit });
  let surveyed: { since: number; done: Promise<void> } | undefined;

  function survey(): Promise<void> {
    if (surveyed === undefined || now() - surveyed.since > surveyMs) {
      surveyed = { since: now(), done: surveyHeads(nodes, now) };
    }
    return surveyed.done;
  }

  async function run<T>(work: (node: ChainClient) => Promise<T>, failover: Failover): Promise<T> {
    const failures: (NodeFailure & { from: PoolNode })[] = [];
    for (const node of order()) {
      const { finding } = node;
      try {
        const result = await work(node.client);
        // Somebody else may have found it out in the meantime: that stays.
        if (node.finding === finding) clearFinding(node);
        for (const { from, error } of failures) {
          if (gravityOf(error) === 'disputed') strike(from, error, 'disputed', now());
        }
        return result;
      } catch (error) {
        const gravity = error instanceof EslabonError ? gravityOf(error) : undefined;
        const isFailover = gravity !== undefined && (failover === 'any-finding' || isOutage(error));
        if (!isFailover) throw error;
        if (gravity !== 'disputed') strike(node, error as EslabonError, gravity, now());
        failures.push({ from: node, node: node.name, error: error as EslabonError });
      }
    }
    throw gatherFailures([...failures, ...notAsked(failures)]);
  }

  /** What is remembered of those that were not asked again. */
  function notAsked(failures: readonly { from: PoolNode }[]): NodeFailure[] {
    const asked = new Set(failures.map(({ from }) => from));
    return nodes.flatMap(({ name, finding }, at) =>
      finding === undefined || asked.has(nodes[at] as PoolNode) ? [] : [{ node: name, error: finding.error }],
    );
  }

  return {
    chainId,
    request: (method, params) => run((node) => node.request(method, params), 'outage'),
    async session(work, failover = 'any-finding') {
      if (nodes.length > 1) await survey();
      return run(work, failover);
    },
    status: () => nodes.map((node) => statusOf(node, lagOf(node, nodes, now()), lagLimit)),
  };
}

/** Not answering, or answering for another chain. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof EslabonError && (error.code === 'CHAIN_UNREACHABLE' || error.code === 'CHAIN_MISMATCH')
  );
}

function statusOf({ name, finding }: PoolNode, lag: number, lagLimit: number): NodeStatus {
  if (finding !== undefined) {
    const { code, message } = finding.error;
    return { node: name, ok: false, code, message };
  }
  if (lag <= lagLimit) return { node: name, ok: true };
  const message = `Its newest block is ${lag} s older than that of another node.`;
  return { node: name, ok: false, code: 'CHAIN_LAGGING', message };
}
