import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Country } from '@eslabon/core';
import { startNetwork } from '../network/start-network.js';
import { scenarios } from '../sizes/plan/scenarios.js';
import { buildSynthetic } from '../sizes/synthetic/build-synthetic.js';
import { measureImport } from './measure-import.js';
import { measureProof } from './measure-proof.js';
import { measureVerify } from './measure-verify.js';
import { networkTask } from './network-task.js';
import { measurePresentations } from './presentations/measure-presentations.js';
import type { Material } from './securing/material.js';
import { takeMaterial } from './securing/material.js';
import { measureSecuring } from './securing/measure-securing.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What is measured, with its goal. Ratios compare figures of one run, so that they hold on any machine. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  goal?: string;
  /** How many times the time of the bare signature by the same key it takes. */
  overBare?: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const root = mkdtempSync(join(tmpdir(), 'eslabon-bench-'));
  const rows: Row[] = [];
  let material: Material;
  const started = performance.now();
  const network = await startNetwork({
    root,
    fresh: true,
    basePort: 0,
    registers: true,
    report: () => undefined,
  });
  rows.push({
    name: 'network.start',
    value: (performance.now() - started) / 1000,
    unit: 's',
    goal: '≤ 20 s',
  });
  try {
    rows.push(...(await measureImport(network)));
    rows.push(...(await measureVerify(network, root)));
    rows.push(...(await measureProof('bundle', await networkTask(network))));
    material = await takeMaterial(network);
    rows.push(...(await measurePresentations(network, material, root)));
  } finally {
    await network.stop();
    rmSync(root, { recursive: true, force: true });
  }
  rows.push(...(await measureSecuring(material)));
  const large = await buildSynthetic(scenarios.large);
  rows.push(...(await measureProof('bundle97', { ...large, attestor: 'PE' as Country })));
  for (const { name, value, unit, goal, overBare } of rows) {
    const beside = overBare === undefined ? (goal ?? '') : `${format(overBare)} × bare signature`;
    say(`${name.padEnd(38)} ${format(value).padStart(10)} ${unit.padEnd(6)} ${beside}`);
  }
  if (values.json) {
    const figures = rows.map(({ name, value, unit, overBare }) => [name, { value, unit, overBare }]);
    say(JSON.stringify(Object.fromEntries(figures)));
  }
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

await main();
