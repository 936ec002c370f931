import { EslabonError } from '@eslabon/core';
import { getBlock } from '../get-block.js';
import { gravityOf } from './gravity.js';
import type { PoolNode } from './pool-node.js';
import { clearFinding, strike } from './pool-node.js';

/** Asks the nodes that are not left alone for their newest block, all at a time. */
export async function surveyHeads(nodes: readonly PoolNode[], now: () => number): Promise<void> {
  const begun = now();
  await Promise.all(
    nodes.map(async (node) => {
      node.head = undefined;
      if (node.until > begun) return;
      try {
        node.head = await getBlock(node.probe, 'latest');
        if (node.finding?.gravity === 'outage') clearFinding(node);
      } catch (error) {
        const gravity = error instanceof EslabonError ? gravityOf(error) : undefined;
        if (gravity === undefined) throw error;
        strike(node, error as EslabonError, gravity, now());
      }
    }),
  );
}
