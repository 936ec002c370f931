import type { TokenStatusList } from './token-status-list.js';
import { tokenStatus } from './token-status-list.js';

/** StatusRegistry's words of a bitmap by their number; words that are missing are zero. */
export type StatusWords = ReadonlyMap<number, bigint>;

const bytesOfWord = 32;

/**
 * The bitstring of a chain bitmap: its words one after the other, since the contract has index 0 in the most significant
 * bit, as the W3C has.
 * @param entries how many; a multiple of 256.
 */
export function bitstringFromWords(words: StatusWords, entries: number): Uint8Array {
  const bits = new Uint8Array(entries / 8);
  for (const [number, word] of words) {
    const hex = word.toString(16).padStart(bytesOfWord * 2, '0');
    for (let at = 0; at < bytesOfWord; at++) {
      bits[number * bytesOfWord + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
    }
  }
  return bits;
}

/**
 * The Token Status List of a chain list: two bits an entry, 0 VALID, 1 INVALID, 2 SUSPENDED. An entry that is revoked
 * and suspended is INVALID: revocation is final.
 * @param entries how many; a multiple of 256.
 */
export function tokenListFromWords(
  revoked: StatusWords,
  suspended: StatusWords,
  entries: number,
): TokenStatusList {
  const bytes = new Uint8Array(entries / 4);
  const set = (bits: Uint8Array, value: number): void => {
    for (const [at, byte] of bits.entries()) {
      for (let bit = 0; byte !== 0 && bit < 8; bit++) {
        if ((byte & (0x80 >> bit)) === 0) continue;
        const index = at * 8 + bit;
        const shift = (index % 4) * 2;
        const other = (bytes[index >> 2] as number) & ~(3 << shift);
        bytes[index >> 2] = other | (value << shift);
      }
    }
  };
  set(bitstringFromWords(suspended, entries), tokenStatus.suspended);
  set(bitstringFromWords(revoked, entries), tokenStatus.invalid);
  return { bits: 2, bytes };
}
