import { parseArgs } from 'node:util';
import { applyDelta, makeDelta, openBundle } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import { askReader } from '../reader/ask-reader.js';
import type { LoadCost } from '../reader/load-cost.js';
import type { BuiltBundle } from './chain/collect.js';
import { buildBundle, checkpointNow } from './chain/collect.js';
import { playDay } from './chain/play-day.js';
import { playNetwork } from './chain/play-network.js';
import { startSealedChain } from './chain/sealed-chain.js';
import { whereBytesGo } from './measure/where-bytes-go.js';
import type { Scenario } from './plan/scenarios.js';
import { deltaGoal, scenarios } from './plan/scenarios.js';
import type { Figures } from './report.js';
import { formatFigures, formatShares, goalOf } from './report.js';
import { buildSynthetic } from './synthetic/build-synthetic.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** An accession of the small network that the day of the delta brings. */
const late = { country: 'BO' as Country, arrangement: 2 };

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const { small, middle, large } = scenarios;
  const figures: Record<string, Figures | { bytes: number }> = {};
  const report = async (scenario: Scenario, built: BuiltBundle): Promise<void> => {
    const { file, trust, now } = built;
    const task = { file, trust, attestor: late.country, now };
    const { loadMs, heapMB } = await askReader<LoadCost>('load-cost', task);
    const measured = { bytes: file.length, buildMs: built.buildMs, loadMs, heapMB };
    figures[scenario.name] = rounded(measured);
    say(formatFigures(scenario, measured));
    say(formatShares(whereBytesGo(built.content)));
  };

  const [before, after] = await onChain(small);
  await report(small, before);
  const [whole] = await onChain(middle);
  await report(middle, whole);
  await report(large, await buildSynthetic(large));

  const delta = makeDelta(before.file, after.file);
  requireSame(applyDelta(before.file, delta), after);
  figures.delta8 = { bytes: delta.length };
  say(
    `delta8       ${`${delta.length} B`.padStart(9)} ${goalOf(delta.length <= deltaGoal, `≤ ${deltaGoal} B`)}`,
  );
  if (values.json) say(JSON.stringify(figures));
}

/** The bundle of a network on a chain of its own, and that of a day later. */
async function onChain(scenario: Scenario): Promise<[BuiltBundle, BuiltBundle]> {
  const chain = await startSealedChain(scenario);
  try {
    await chain.index.sync();
    const checkpoint = await checkpointNow(chain);
    const isSmall = scenario.name === scenarios.small.name;
    await playNetwork(chain, scenario, isSmall ? late : undefined);
    const before = await buildBundle(chain, checkpoint);
    if (!isSmall) return [before, before];
    await playDay(chain, scenario, late);
    return [before, await buildBundle(chain, checkpoint)];
  } finally {
    await chain.stop();
  }
}

/** The delta must lead to the very file of the day after, and that must hold. */
function requireSame(made: Uint8Array, { file, trust, now }: BuiltBundle): void {
  if (Buffer.compare(made, file) !== 0)
    throw new Error('The delta does not lead to the bundle of the day after.');
  openBundle(made, trust, { attestor: late.country, now });
}

function rounded({ bytes, buildMs, loadMs, heapMB }: Figures): Figures {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { bytes, buildMs: round(buildMs), loadMs: round(loadMs), heapMB: round(heapMB) };
}

await main();
