import type { Quad } from 'rdf-canonize';
import * as rdf from 'rdf-canonize';
import { limits } from '../limits.js';
import { refused } from '../problems/refused.js';

export type HashName = 'sha256' | 'sha384';

/**
 * Canonical N-Quads (RDFC-1.0). Graphs that are built to make the algorithm slow are given up on: the number of deep
 * comparisons is at most that of blank nodes that look alike, and there is a limit of time.
 * @param labels filled with the canonical label of each blank node, when given
 * @throws EslabonError CREDENTIAL_TOO_LARGE with GRAPH_TOO_COMPLEX
 */
export async function canonize(
  quads: readonly Quad[],
  hash: HashName,
  labels?: Map<string, string>,
): Promise<string> {
  try {
    return await rdf.canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: hash,
      maxWorkFactor: 1,
      signal: AbortSignal.timeout(limits.milliseconds),
      ...(labels !== undefined && { canonicalIdMap: labels }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused('GRAPH_TOO_COMPLEX', '', `The graph cannot be canonicalized within bounds: ${why}`);
  }
}
