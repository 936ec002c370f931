/** Whether a file begins with these bytes. */
export function startsWithBytes(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => file[index] === byte);
}
