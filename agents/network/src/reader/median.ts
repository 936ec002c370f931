/** Median of milliseconds that several kinds of work take, each done in turn so that all see the same weather. */
export function medians<K extends string>(
  rounds: number,
  works: Readonly<Record<K, () => void>>,
): Record<K, number> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries<() => void>(works)) {
      const started = performance.now();
      work();
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    }
  }
  const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
  return Object.fromEntries([...times].map(([name, all]) => [name, middle(all)])) as Record<K, number>;
}
