import { describe, expect, it } from '@jest/globals';
import { classifyFile } from './classify-file.js';
import { readFile } from './read-file.js';

const bytes = (...values: number[]) => new Uint8Array(values);
const text = (value: string) => new TextEncoder().encode(value);

describe('classifyFile', () => {
  it.each([
    [text('ESLB…'), 'bundle'],
    [text('ESLD…'), 'delta'],
    [text('eslb'), 'text'],
    [text('ESL'), 'text'],
    [bytes(), 'text'],
    [bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'picture'],
    [bytes(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    [text('GIF89a'), 'picture'],
    [text('RIFFxxxxWEBPVP8 '), 'picture'],
    [text('RIFFxxxxWAVE'), 'text'],
    [text('eyJhbGciOiJFUzI1NiJ9.e30.AA'), 'text'],
    [text('{"type": []}'), 'text'],
  ] as const)('%o is %s', (file, kind) => {
    expect(classifyFile(file)).toBe(kind);
  });
});

describe('readFile', () => {
  it('reads up to the limit', async () => {
    expect(await readFile(new Blob(['abc']), 3)).toEqual(text('abc'));
  });

  it.each([
    ['too much', new Blob(['abcd']), 'FILE_TOO_LARGE'],
    ['nothing', new Blob([]), 'FILE_EMPTY'],
    [
      'what is gone',
      Object.assign(new Blob(['a']), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
      'FILE_UNREADABLE',
    ],
  ])('refuses %s', async (_, file, code) => {
    await expect(readFile(file, 3)).rejects.toMatchObject({ code });
  });
});
