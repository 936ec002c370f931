/** Order of strings by UTF-16 units, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order by several criteria: the first that is not zero decides. */
export function firstDifference(...differences: number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}
