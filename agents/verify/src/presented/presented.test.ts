import { describe, expect, it } from '@jest/globals';
import { classifyFile } from './classify-file.js';
import { limits } from './limits.js';
import { readFile } from './read-file.js';
import { textOf } from './text-of.js';

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
    [bytes(0, 0, 0, 24, ...text('ftypheic')), 'picture'],
    [bytes(0, 0, 0, 28, ...text('ftypavif')), 'picture'],
    [bytes(0x49, 0x49, 0x2a, 0), 'picture'],
    [bytes(0x4d, 0x4d, 0, 0x2a), 'picture'],
    [text('%PDF-1.7'), 'pdf'],
    [text('%PDF'), 'text'],
    [bytes(0xd2, 0x84, 0x43), 'cose'],
    [bytes(0xd2, 0x83), 'text'],
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

describe('what a file presents', () => {
  it('is its text', () => {
    const token = 'eyJhbGciOiJFUzI1NiJ9.e30.AA';
    expect(textOf(text(token), 'text')).toBe(token);
    const little = Buffer.from(`\ufeff${token}`, 'utf16le');
    expect(textOf(Uint8Array.from(little), 'text')).toBe(token);
    expect(textOf(Uint8Array.from(little.swap16()), 'text')).toBe(token);
  });

  it('is a COSE_Sign1 in base64, as the verifier takes it', () => {
    const file = Uint8Array.from({ length: 300 }, (_, at) => [0xd2, 0x84, 0x43][at] ?? at & 0xff);
    const written = textOf(file, 'cose');
    expect(written).toMatch(/^0oR/);
    expect(Uint8Array.from(Buffer.from(written, 'base64'))).toEqual(file);
  });

  it.each([
    ['pdf', 'FILE_PDF'],
    ['bundle', 'FILE_DATA'],
    ['delta', 'FILE_DATA'],
  ] as const)('is nothing for a file of the kind %s', (kind, code) => {
    expect(() => textOf(text('x'), kind)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['text', 'cose'] as const)('is nothing beyond the limit for a file of the kind %s', (kind) => {
    const most = new Uint8Array(limits.credential);
    expect(textOf(most, kind).length).toBeGreaterThanOrEqual(most.length);
    const tooMuch = new Uint8Array(limits.credential + 1);
    expect(() => textOf(tooMuch, kind)).toThrow(expect.objectContaining({ code: 'FILE_TOO_LARGE' }));
  });
});
