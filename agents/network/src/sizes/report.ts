import type { ByteShares } from './measure/where-bytes-go.js';
import type { Scenario } from './plan/scenarios.js';

/** Figures of one bundle, as `--json` prints them. */
export interface Figures {
  /** Of the file. */
  bytes: number;
  buildMs: number;
  loadMs: number;
  heapMB: number;
}

export function formatFigures({ name, goal }: Scenario, { bytes, buildMs, loadMs, heapMB }: Figures): string {
  return [
    name.padEnd(12),
    `${bytes} B`.padStart(9),
    goalOf(bytes <= goal.bytes, `≤ ${goal.bytes} B`).padEnd(22),
    `build ${buildMs.toFixed(0)} ms`.padEnd(15),
    `load ${loadMs.toFixed(1)} ms`.padEnd(15),
    goalOf(loadMs <= goal.loadMs, `≤ ${goal.loadMs} ms`).padEnd(20),
    `heap ${heapMB.toFixed(1)} MB`,
  ].join(' ');
}

export function goalOf(isMet: boolean, goal: string): string {
  return `(goal ${goal}${isMet ? '' : ', MISSED'})`;
}

export function formatShares(shares: ByteShares): string {
  return shares.map(([part, bytes]) => `  ${part.padEnd(28)}${String(bytes).padStart(7)} B`).join('\n');
}
