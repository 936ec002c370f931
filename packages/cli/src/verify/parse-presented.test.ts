import { describe, expect, it } from '@jest/globals';
import { parsePresented } from './parse-presented.js';

const parse = (text: string) => parsePresented(new TextEncoder().encode(text));

describe('parsePresented', () => {
  it('takes a token with the line end and byte order mark that editors leave', () => {
    expect(parse('\ufeffaa.bb.cc\r\n')).toBe('aa.bb.cc');
  });

  it('takes what a PowerShell wrote in UTF-16', () => {
    const little = Buffer.from('\ufeffaa.bb.cc\r\n', 'utf16le');
    expect(parsePresented(Uint8Array.from(little))).toBe('aa.bb.cc');
    expect(parsePresented(Uint8Array.from(little.swap16()))).toBe('aa.bb.cc');
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
