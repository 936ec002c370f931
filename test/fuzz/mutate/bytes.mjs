/** Ways to spoil bytes that nobody has a structure for. */
const operations = [
  function flipBit(bytes, random) {
    const changed = bytes.slice();
    changed[random.below(bytes.length)] ^= 1 << random.below(8);
    return changed;
  },
  function setByte(bytes, random) {
    const changed = bytes.slice();
    changed[random.below(bytes.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
    return changed;
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.length));
  },
  function append(bytes, random) {
    return concat(bytes, random.bytes(1 + random.below(40)));
  },
  function insert(bytes, random) {
    const at = random.below(bytes.length);
    return concat(bytes.subarray(0, at), random.bytes(1 + random.below(8)), bytes.subarray(at));
  },
  function remove(bytes, random) {
    const [start, end] = range(bytes, random);
    return concat(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeat(bytes, random) {
    const [start, end] = range(bytes, random);
    return concat(bytes.subarray(0, end), bytes.subarray(start));
  },
  function swap(bytes, random) {
    const [a, b, c] = [0, 0, 0].map(() => random.below(bytes.length)).sort((x, y) => x - y);
    return concat(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
  },
  function clear(bytes, random) {
    const [start, end] = range(bytes, random);
    return bytes.slice().fill(0, start, end);
  },
  function splice(bytes, random, other) {
    const at = random.below(Math.min(bytes.length, other.length));
    return concat(bytes.subarray(0, at), other.subarray(at));
  },
];

function range(bytes, random) {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(64))];
}

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Spoils bytes in one to three ways. `other` is a good input of the same kind. */
export function mutateBytes(bytes, random, other) {
  let changed = bytes;
  for (let rounds = 1 + random.below(3); rounds > 0 && changed.length > 0; rounds--) {
    changed = random.pick(operations)(changed, random, other);
  }
  return changed;
}
