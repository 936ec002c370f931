/** Writes a 256-bit number at `offset`, big-endian. */
export function writeWord(target: Uint8Array, offset: number, value: bigint): void {
  const view = new DataView(target.buffer, target.byteOffset + offset, 32);
  view.setBigUint64(0, value >> 192n);
  view.setBigUint64(8, BigInt.asUintN(64, value >> 128n));
  view.setBigUint64(16, BigInt.asUintN(64, value >> 64n));
  view.setBigUint64(24, BigInt.asUintN(64, value));
}

/** Reads the 256-bit number at `offset`, big-endian. */
export function readWord(source: Uint8Array, offset: number): bigint {
  const view = new DataView(source.buffer, source.byteOffset + offset, 32);
  const high = (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
  return (high << 128n) | (view.getBigUint64(16) << 64n) | view.getBigUint64(24);
}

/** A 256-bit number as 32 bytes, big-endian. */
export function toWord(value: bigint): Uint8Array {
  const word = new Uint8Array(32);
  writeWord(word, 0, value);
  return word;
}
