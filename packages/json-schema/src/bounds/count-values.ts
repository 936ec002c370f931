/** Objects and arrays that were counted in this validation. */
export type Counts = WeakMap<object, number>;

/** How many values there are in a value, itself included. */
export function countValues(value: unknown, counts: Counts): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = counts.get(value);
  if (known !== undefined) return known;
  let count = 1;
  for (const member of Object.values(value)) count += countValues(member, counts);
  counts.set(value, count);
  return count;
}
