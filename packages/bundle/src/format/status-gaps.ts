import { readWord } from '../bytes/word.js';
import { pushVarint, VarintReader } from '../codec/varint.js';

/**
 * Words of a bitmap as the distances between bits that are set, in the order of the entries (entry 0 is the highest bit
 * of word 0): a byte for each revoked certificate. No word may be zero.
 */
export function writeGaps(words: readonly (readonly [index: number, word: bigint])[]): Uint8Array {
  const gaps: number[] = [];
  let next = 0;
  for (const [index, word] of words) {
    for (let lane = 0; lane < 8; lane++) {
      let bits = Number((word >> BigInt(224 - 32 * lane)) & 0xffff_ffffn);
      while (bits !== 0) {
        const lead = Math.clz32(bits);
        bits = (bits & ~(0x8000_0000 >>> lead)) >>> 0;
        const entry = index * 256 + lane * 32 + lead;
        pushVarint(gaps, entry - next);
        next = entry + 1;
      }
    }
  }
  return Uint8Array.from(gaps);
}

/**
 * Reads what {@link writeGaps} writes. Throws a plain RangeError for bytes that it does not, or an entry of a word past
 * the last.
 */
export function readGaps(gaps: Uint8Array, lastWord: number): Map<number, bigint> {
  const words = new Map<number, bigint>();
  const reader = new VarintReader(gaps);
  const bytes = new Uint8Array(32);
  let word = -1;
  for (let next = 0; !reader.isAtEnd; ) {
    const entry = next + reader.next();
    if (entry >= (lastWord + 1) * 256) throw new RangeError(`Entry ${entry} is past the last.`);
    if (entry >>> 8 !== word) {
      if (word >= 0) words.set(word, readWord(bytes, 0));
      bytes.fill(0);
      word = entry >>> 8;
    }
    const at = (entry & 255) >> 3;
    bytes[at] = (bytes[at] as number) | (0x80 >>> (entry & 7));
    next = entry + 1;
  }
  if (word >= 0) words.set(word, readWord(bytes, 0));
  return words;
}
