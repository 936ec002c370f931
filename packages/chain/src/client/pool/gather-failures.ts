import type { ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';

/** What one node did wrong. */
export interface NodeFailure {
  node: string;
  error: EslabonError;
}

/** The same, as it stands in `details.nodes` of the error of a pool. */
export interface NodeFinding {
  node: string;
  code: ErrorCode;
  message: string;
}

/**
 * Which code stands for all, first to last. A contradiction that no node resolved is what its handler has to see.
 * Otherwise an outage leaves the matter open: the node that did not answer may be the one that could.
 */
const precedence: readonly ErrorCode[] = [
  'CHAIN_INDEX_DIVERGED',
  'CHAIN_UNREACHABLE',
  'CHAIN_RESPONSE_INVALID',
  'CHAIN_FORKED',
  'CHAIN_LAGGING',
  'CHAIN_MISMATCH',
];

function rank({ error }: NodeFailure): number {
  const place = precedence.indexOf(error.code);
  return place === -1 ? precedence.length : place;
}

/** One error for what all nodes did wrong. With a single node it is that node's own. */
export function gatherFailures(failures: readonly NodeFailure[]): EslabonError {
  const [decisive] = [...failures].sort((a, b) => rank(a) - rank(b)) as [NodeFailure];
  if (failures.length === 1) return decisive.error;
  const { code, hints, details } = decisive.error;
  const nodes: NodeFinding[] = failures.map(({ node, error }) => ({
    node,
    code: error.code,
    message: error.message,
  }));
  const each = nodes.map(({ node, message }) => `${node}: ${message}`).join(' ');
  return new EslabonError(code, `None of ${failures.length} nodes could be used. ${each}`, {
    hints,
    cause: decisive.error,
    details: { ...details, nodes },
  });
}
