import type { PoolNode } from './pool-node.js';

export interface NodeOrderOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** Seconds by which a head may be older than the newest. */
  lagLimit: number;
}

/**
 * Seconds by which a head may be ahead of our clock and still count as the newest. Less than any sensible lag limit: a
 * node that invents a newer head than the chain has cannot make nodes that are up to date look as if they lagged.
 */
const skew = 15;

/**
 * The nodes to ask, first to last: those without fault in their configured order, then those whose head is old, then
 * those that did not answer lately. One whose answers did not hold is not asked, unless there is no other.
 */
export function orderNodes(nodes: readonly PoolNode[], { now, lagLimit }: NodeOrderOptions): PoolNode[] {
  const isLeftAlone = (node: PoolNode) => node.until > now;
  const [current, lagging] = partition(
    nodes.filter((node) => !isLeftAlone(node)),
    (node) => lagOf(node, nodes, now) <= lagLimit,
  );
  const waiting = nodes.filter(isLeftAlone).sort((a, b) => a.until - b.until);
  const [silent, wrong] = partition(waiting, ({ finding }) => finding?.gravity === 'outage');
  const usable = [...current, ...lagging, ...silent];
  return usable.length > 0 ? usable : wrong;
}

/** Seconds by which a node's head is older than the newest head that our clock allows. */
export function lagOf({ head }: PoolNode, nodes: readonly PoolNode[], now: number): number {
  if (head === undefined) return 0;
  const newest = nodes
    .flatMap((node) => (node.head === undefined ? [] : [node.head]))
    .filter(({ number, timestamp }) => number > head.number && timestamp <= now / 1000 + skew)
    .reduce((best, { timestamp }) => Math.max(best, timestamp), head.timestamp);
  return newest - head.timestamp;
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
