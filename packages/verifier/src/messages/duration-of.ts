import type { Catalogue, TimeUnit } from './catalogue.js';

const unitSeconds: readonly [TimeUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A span in words, rounded down, in its largest unit and the next one: “1 day and 3 hours”. */
export function durationOf(seconds: number, words: Catalogue): string {
  const start = unitSeconds.findIndex(([, size]) => Math.abs(seconds) >= size);
  if (start < 0) return words.lessThanAMinute;
  let rest = Math.abs(seconds);
  const parts: string[] = [];
  for (const [unit, size] of unitSeconds.slice(start, start + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${words.units[unit][count === 1 ? 0 : 1]}`);
  }
  return parts.join(` ${words.and} `);
}
