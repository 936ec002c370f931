import { medians } from './median.js';
import { readTask } from './read-task.js';

/** What opening a bundle costs, proof of everything included. */
export interface LoadCost {
  /** Warm median, in milliseconds. */
  loadMs: number;
  /** Memory that the program and the open bundle hold, above that of the empty process. */
  heapMB: number;
}

const { file, trust: json, attestor, now } = readTask();
const empty = inUse();
// Loaded only now: what the program itself takes counts, too.
const { openBundle, parseTrustAnchor } = await import('@eslabon/bundle');
const trust = parseTrustAnchor(json);
const open = () => openBundle(file, trust, { attestor, now });
const kept = open();
const heapMB = (inUse() - empty) / 2 ** 20;
if (kept.facts.statuses.lists.length === 0) throw new Error('The bundle has no status lists.');

// Until the compiler has done its work.
medians(30, { open });
const cost: LoadCost = { loadMs: medians(21, { open }).open, heapMB };
process.stdout.write(JSON.stringify(cost));

function inUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
