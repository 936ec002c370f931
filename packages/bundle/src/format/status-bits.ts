import { readWord, writeWord } from '../bytes/word.js';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { readGaps, writeGaps } from './status-gaps.js';

/** StatusRegistry has words 0 to 4,095: 1,048,576 entries a list. */
const lastWord = 4095;

type Entry = readonly [index: number, word: bigint];

/**
 * The words of a bitmap, in the shorter of two forms: the distances between set bits, or, for a bitmap so full that
 * these would be longer, [indexes, words one after the other]. Words that are zero are not carried.
 */
export const statusBits: Codec<Map<number, bigint>> = {
  write(value, path) {
    const entries = [...value].filter(([, word]) => word !== 0n).sort(([a], [b]) => a - b);
    for (const [index, word] of entries) requireEntry(index, word, path);
    const gaps = writeGaps(entries);
    return gaps.length <= entries.length * 32 ? gaps : [entries.map(([index]) => index), writeWords(entries)];
  },
  read(raw, path) {
    if (Array.isArray(raw)) return readWords(raw, path);
    if (!(raw instanceof Uint8Array) || raw.length > (lastWord + 1) * 32) {
      throw wrongShape(path, 'a byte string of distances');
    }
    try {
      return readGaps(raw, lastWord);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw wrongShape(path, 'a list of distances between entries');
    }
  },
};

function writeWords(entries: readonly Entry[]): Uint8Array {
  const words = new Uint8Array(entries.length * 32);
  for (const [at, [, word]] of entries.entries()) writeWord(words, at * 32, word);
  return words;
}

function readWords(raw: readonly unknown[], path: string): Map<number, bigint> {
  const [indexes, words] = raw.length === 2 ? raw : [];
  if (!Array.isArray(indexes) || !(words instanceof Uint8Array) || words.length !== indexes.length * 32) {
    throw wrongShape(path, 'a list of indexes and a word for each');
  }
  const read = new Map<number, bigint>();
  for (const [at, index] of indexes.entries()) {
    const word = readWord(words, at * 32);
    requireEntry(index, word, path);
    read.set(index, word);
  }
  return read;
}

function requireEntry(index: unknown, word: bigint, path: string): void {
  if (!Number.isInteger(index) || (index as number) < 0 || (index as number) > lastWord) {
    throw wrongShape(path, `a list of words 0 to ${lastWord}`);
  }
  if (word <= 0n || word >> 256n !== 0n)
    throw wrongShape(`${path}[${index}]`, 'a word of 256 bits, one of them set');
}
