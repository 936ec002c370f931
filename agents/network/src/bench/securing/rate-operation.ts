import type { Row } from '../main.js';
import { median } from '../median.js';

const rounds = 5;
const sliceMs = 40;
/** Until then the compiler is still at it: some works get several times as fast meanwhile. */
const warmUpMs = 500;

export interface Operation {
  name: string;
  work: () => unknown;
  /** The signature that nobody can spare, made or verified by itself. */
  bare: () => unknown;
}

/**
 * How often a second something is done, and how much longer it takes than the bare signature. The two take turns in
 * short slices, so that both see the same weather.
 */
export async function rateOperation({ name, work, bare }: Operation): Promise<Row> {
  const [works, bares]: [number[], number[]] = [[], []];
  await rateOf(work, warmUpMs);
  await rateOf(bare, sliceMs);
  for (let round = 0; round < rounds; round++) {
    works.push(await rateOf(work, sliceMs));
    bares.push(await rateOf(bare, sliceMs));
  }
  const rate = median(works);
  return { name, value: rate, unit: 'op/s', overBare: median(bares) / rate };
}

async function rateOf(work: () => unknown, forMs: number): Promise<number> {
  const started = performance.now();
  let elapsed = 0;
  let count = 0;
  while (elapsed < forMs) {
    const made = work();
    // A bare signature is made at once: waiting for it would be measured too.
    if (made instanceof Promise) await made;
    count++;
    elapsed = performance.now() - started;
  }
  return (count * 1000) / elapsed;
}
