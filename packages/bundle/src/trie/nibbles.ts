/** The half-byte of `key` at a position counted in nibbles, high half first. */
export function nibbleAt(key: Uint8Array, position: number): number {
  const byte = key[position >> 1] as number;
  return (position & 1) === 0 ? byte >> 4 : byte & 15;
}
