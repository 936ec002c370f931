/** Largest number written: what 32 bits hold. */
const max = 0xffff_ffff;

/** Appends a whole number in groups of seven bits, lowest first, the high bit saying that more follow (LEB128). */
export function pushVarint(target: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    target.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  target.push(rest);
}

/**
 * Reads numbers one after the other. Only what {@link pushVarint} writes is read: no number has more groups than it
 * needs. Throws a plain RangeError otherwise; the caller knows what it was reading.
 */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes were read. */
  get position(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('A number is cut off.');
      value += (byte & 0x7f) * scale;
      if (value > max || scale > max) throw new RangeError('A number has more than 32 bits.');
      if (byte > 0x7f) continue;
      if (byte === 0 && scale > 1) throw new RangeError('A number has a group too many.');
      return value;
    }
  }
}
