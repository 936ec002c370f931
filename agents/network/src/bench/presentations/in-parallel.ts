/** Callers at the same time. */
const width = 32;

/** Does something so many times, a few at once. @returns the results in the order of their numbers */
export async function inParallel<T>(count: number, act: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const at = next++;
      results[at] = await act(at);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
