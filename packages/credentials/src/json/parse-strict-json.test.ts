import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseStrictJson, parseStrictJsonBytes } from './parse-strict-json.js';

const malformed = expect.objectContaining({ code: 'CREDENTIAL_MALFORMED' });
const refuse = (text: string) => expect(() => parseStrictJson(text, 'text')).toThrow(malformed);

describe('parseStrictJson', () => {
  it('reads whatever JSON.stringify wrote, with any indentation', () => {
    const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (any, space) => {
        const text = JSON.stringify(any, null, space);
        fc.pre(!text.includes('"__proto__"'));
        expect(parseStrictJson(text, 'text')).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a member given twice behind strings of quotation marks, backslashes and brackets', () => {
    const hostile = fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'u', 'a') });
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const [key, text] = [JSON.stringify(name), JSON.stringify(value)];
        expect(parseStrictJson(`{${key}:${text}}`, 'text')).toEqual({ [name]: value });
        expect(parseStrictJson(`[{${key}:${text}},{${key}:[${text}]}]`, 'text')).toHaveLength(2);
        refuse(`{${key}:${text},${key}:1}`);
        refuse(`[${text},{"x":{${key}:${text},"between":1,${key}:[]}}]`);
      }),
    );
  });

  it('compares names as they read, not as they are written', () => {
    for (const text of ['{"a":1,"\\u0061":2}', '{"\\u005f_proto__":1}', '{"a":{"__proto__":1}}'])
      refuse(text);
    expect(parseStrictJson('{"a":1,"A":2,"\\\\u0061":3}', 'text')).toEqual({ a: 1, A: 2, '\\u0061': 3 });
  });

  it('takes 16 levels and no 17', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(parseStrictJson(nested(16), 'text')).toHaveLength(1);
    refuse(nested(17));
    expect(parseStrictJson(JSON.stringify(nested(40)), 'text')).toBe(nested(40));
  });
});

it('parseStrictJsonBytes refuses what is not UTF-8 and a byte order mark, and reads on', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  for (const wrong of [bytes(0x22, 0xff, 0x22), bytes(0x22, 0xe2, 0x82), bytes(0xef, 0xbb, 0xbf, 0x31)]) {
    expect(() => parseStrictJsonBytes(wrong, 'text')).toThrow(malformed);
    expect(parseStrictJsonBytes(bytes(0x22, 0xc3, 0xb1, 0x22), 'text')).toBe('ñ');
  }
});
