import { describe, expect, it } from '@jest/globals';
import { parsePresented } from './parse-presented.js';

const parse = (text: string) => parsePresented(new TextEncoder().encode(text));

describe('parsePresented', () => {
  it('takes a token with the line end and byte order mark that editors leave', () => {
    expect(parse('\ufeffaa.bb.cc\r\n')).toBe('aa.bb.cc');
  });

  it('takes JSON, also a quoted token', () => {
    expect(parse(' {"type": "x"}\n')).toEqual({ type: 'x' });
    expect(parse('"aa.bb.cc"')).toBe('aa.bb.cc');
  });

  it('takes a COSE_Sign1 as the bytes that it is, by its tag', () => {
    const bytes = Uint8Array.from([0xd2, 0x84, 0x40]);
    expect(parsePresented(bytes)).toBe(bytes);
    expect(parsePresented(Uint8Array.from([0xd2, 0x83, 0x40]))).toEqual(expect.any(String));
  });

  it('hands broken JSON on as text, for the verifier to refuse', () => {
    expect(parse('{"type": ')).toBe('{"type":');
  });
});
