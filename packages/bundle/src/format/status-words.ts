import { readWord, writeWord } from '../bytes/word.js';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';

/** StatusRegistry has words 0 to 4,095: 1,048,576 entries a list. */
const maxWord = 4095;

/**
 * The words of a bitmap as [indexes, words one after the other]: bitmaps that stand together compress best. Words that
 * are zero are not carried.
 */
export const statusWords: Codec<Map<number, bigint>> = {
  write(value, path) {
    const indexes = [...value.keys()].filter((index) => value.get(index) !== 0n).sort((a, b) => a - b);
    const blob = new Uint8Array(indexes.length * 32);
    for (const [at, index] of indexes.entries()) {
      const word = value.get(index) as bigint;
      if (word < 0n || word >> 256n !== 0n) throw wrongShape(`${path}[${index}]`, 'a 256-bit number');
      writeWord(blob, at * 32, word);
    }
    requireIndexes(indexes, path);
    return [indexes, blob];
  },
  read(raw, path) {
    const [indexes, blob] = Array.isArray(raw) && raw.length === 2 ? raw : [];
    if (!Array.isArray(indexes) || !(blob instanceof Uint8Array) || blob.length !== indexes.length * 32) {
      throw wrongShape(path, 'a list of indexes and a word for each');
    }
    requireIndexes(indexes, path);
    const words = new Map<number, bigint>();
    for (const [at, index] of indexes.entries()) {
      const word = readWord(blob, at * 32);
      if (word === 0n) throw wrongShape(`${path}[${index}]`, 'a word with a bit set');
      words.set(index, word);
    }
    return words;
  },
};

function requireIndexes(indexes: readonly unknown[], path: string): asserts indexes is readonly number[] {
  let previous = -1;
  for (const index of indexes) {
    if (!Number.isInteger(index) || (index as number) <= previous || (index as number) > maxWord) {
      throw wrongShape(path, `a list of ascending indexes up to ${maxWord}`);
    }
    previous = index as number;
  }
}
