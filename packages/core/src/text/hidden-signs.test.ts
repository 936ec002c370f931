import { describe, expect, it } from '@jest/globals';
import { hiddenSigns } from './hidden-signs.js';

const all = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const isHidden = (sign: number) => String.fromCodePoint(sign).replace(hiddenSigns, '') === '';

describe('hiddenSigns', () => {
  it.each([
    ['control characters', [...all(0, 0x1f), ...all(0x7f, 0x9f)]],
    ['signs without width and marks of direction', [0x61c, ...all(0x200b, 0x200f), 0xfeff]],
    ['separators, embeddings and overrides', all(0x2028, 0x202e)],
    ['joiners, isolates and what Unicode has given up', all(0x2060, 0x206f)],
  ])('are %s', (_, signs) => {
    expect(signs.filter((sign) => !isHidden(sign))).toEqual([]);
  });

  it('are no letters, spaces or punctuation', () => {
    const seen = [...'Ñandú & Cía. S.A. 東京 – “x” ', '\u00a0', '\u2010', '\u2027', '\u202f', '\u205f'];
    expect(seen.filter((sign) => isHidden(sign.codePointAt(0) as number))).toEqual([]);
  });
});
