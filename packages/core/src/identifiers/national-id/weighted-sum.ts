/** Sum of each digit times the weight at its place. Digits beyond the weights do not count. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place] ?? 0), 0);
}

/** Sum of each digit times a weight that follows from its place counted from the right, 0 being the last one. */
export function weightedSumFromRight(digits: string, weight: (place: number) => number): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    sum += Number(digits[digits.length - 1 - place]) * weight(place);
  }
  return sum;
}
