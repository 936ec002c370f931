import { EslabonError } from '@eslabon/core';
import type { NodeSet } from '../trie/node-set.js';

/** @throws EslabonError BUNDLE_MALFORMED when the bundle carries nodes that prove nothing. */
export function checkNodesUsed(nodes: NodeSet): void {
  const unused = nodes.unused();
  if (unused > 0) {
    throw new EslabonError('BUNDLE_MALFORMED', `The bundle carries ${unused} trie nodes that prove nothing.`);
  }
}
