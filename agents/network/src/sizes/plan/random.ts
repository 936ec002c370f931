import { createHash } from 'node:crypto';

/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  bytes(count: number): Uint8Array;
}

/** @param label what they are for: another one gives other numbers. */
export function createRandom(label: string): Random {
  let block = 0;
  let rest = new Uint8Array(0);
  const bytes = (count: number): Uint8Array => {
    while (rest.length < count) {
      const more = createHash('sha512').update(`${label} ${block++}`).digest();
      rest = Uint8Array.from([...rest, ...more]);
    }
    const taken = rest.subarray(0, count);
    rest = rest.subarray(count);
    return taken;
  };
  const below = (limit: number): number => {
    const word = bytes(4);
    return Math.floor((new DataView(word.buffer, word.byteOffset).getUint32(0) / 2 ** 32) * limit);
  };
  return { below, bytes };
}
