/** Bytes that two payloads share. */
export interface Copy {
  base: number;
  target: number;
  length: number;
}

/** Bytes that are looked up at once; a shorter run costs about as much to name as to insert. */
const window = 6;
/** Places of the base that are kept; of a larger base every second, third … place. */
const maxPlaces = 1 << 20;
/** Places with the same hash that are tried, newest first. */
const maxTries = 32;

/**
 * Finds what of `target` is in `base`: by ascending place in the target, without overlaps. Takes the longest run at each
 * place and never goes back on it, so that time is bounded by the sizes.
 */
export function findCopies(base: Uint8Array, target: Uint8Array): Copy[] {
  const index = indexPlaces(base);
  const copies: Copy[] = [];
  let done = 0;
  for (let at = 0; at + window <= target.length; ) {
    const copy = longestCopy(base, target, index, at, done);
    if (copy === undefined) {
      at++;
      continue;
    }
    copies.push(copy);
    done = copy.target + copy.length;
    at = done;
  }
  return copies;
}

interface Index {
  mask: number;
  /** Newest place by hash, and for each place the one before it with the same hash; places count from 1, 0 is none. */
  newest: Int32Array;
  before: Int32Array;
  step: number;
}

function indexPlaces(base: Uint8Array): Index {
  const step = Math.max(1, Math.ceil(base.length / maxPlaces));
  const count = Math.max(0, Math.floor((base.length - window) / step) + 1);
  const mask = 2 ** Math.max(8, Math.ceil(Math.log2(count + 1))) - 1;
  const newest = new Int32Array(mask + 1);
  const before = new Int32Array(count + 1);
  for (let place = 1; place <= count; place++) {
    const hash = hashAt(base, (place - 1) * step, mask);
    before[place] = newest[hash] as number;
    newest[hash] = place;
  }
  return { mask, newest, before, step };
}

function hashAt(bytes: Uint8Array, at: number, mask: number): number {
  let hash = 0;
  for (let i = at; i < at + window; i++)
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193) + 0x9e3779b9;
  return (hash ^ (hash >>> 15)) & mask;
}

/** The longest run through `at`, grown backwards as far as the target was not `done` yet. */
function longestCopy(
  base: Uint8Array,
  target: Uint8Array,
  { mask, newest, before, step }: Index,
  at: number,
  done: number,
): Copy | undefined {
  let best: Copy | undefined;
  let place = newest[hashAt(target, at, mask)] as number;
  for (let tries = 0; place !== 0 && tries < maxTries; tries++, place = before[place] as number) {
    const from = (place - 1) * step;
    let end = 0;
    while (at + end < target.length && target[at + end] === base[from + end]) end++;
    if (end < window) continue;
    let start = 0;
    while (at - start > done && start < from && target[at - start - 1] === base[from - start - 1]) start++;
    if (best === undefined || start + end > best.length) {
      best = { base: from - start, target: at - start, length: start + end };
    }
  }
  return best;
}
