import { compareBytes } from '../bytes/compare-bytes.js';

/** Something that is known by 32 bytes, and its place among the others. */
export interface Known<T> {
  bytes: Uint8Array;
  value: T;
  place: number;
}

/** Found by four of the 32 bytes, so that looking up costs next to nothing. */
export type ByBytes<T> = ReadonlyMap<number, Known<T>>;

/** Of two with the same four bytes from `at` on, the first is found. */
export function byBytes<T>(values: readonly T[], bytesOf: (value: T) => Uint8Array, at: number): ByBytes<T> {
  const found = new Map<number, Known<T>>();
  for (const [place, value] of values.entries()) {
    const bytes = bytesOf(value);
    const name = fourBytes(bytes, at);
    if (!found.has(name)) found.set(name, { bytes, value, place });
  }
  return found;
}

/** Finds what ends with these bytes, of which the four that it is found by begin at `at`. */
export function findByEnd<T>(known: ByBytes<T>, end: Uint8Array, at: number): Known<T> | undefined {
  const found = known.get(fourBytes(end, at));
  if (found === undefined) return undefined;
  return compareBytes(found.bytes.subarray(32 - end.length), end) === 0 ? found : undefined;
}

function fourBytes(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}
