/** Numbers that follow from a seed (mulberry32), so that a finding can be had again. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  /** A whole number from 0 to `end`, exclusive. */
  const below = (end) => next() % end;
  return {
    below,
    pick: (choices) => choices[below(choices.length)],
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
