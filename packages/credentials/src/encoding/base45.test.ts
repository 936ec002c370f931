import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base45Decode, base45Encode } from './base45.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('%s is %s, as RFC 9285 §4.3 and §4.4 have it', (plain, encoded) => {
    expect(base45Encode(bytes(plain))).toBe(encoded);
    expect(base45Decode(encoded)).toEqual(bytes(plain));
  });

  it('gives back whatever bytes it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (some) => {
        expect(base45Decode(base45Encode(some))).toEqual(some);
      }),
    );
  });

  it.each([
    ['a value above two bytes (RFC 9285 §4.4)', 'GGW'],
    ['the same at the end', 'BB8GGW'],
    ['a last value above a byte', '::'],
    ['a single character', 'A'],
    ['a single character at the end', 'BB8A'],
    ['lower case', 'bb8'],
    ['a character of two units', 'A😀'],
    ['a line end', 'BB8\n'],
  ])('does not read %s', (_what, text) => {
    expect(() => base45Decode(text)).toThrow(
      expect.objectContaining({ name: 'EslabonError', code: 'CREDENTIAL_MALFORMED' }),
    );
  });

  it('reads one text for each sequence of bytes, and throws nothing but EslabonError', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0AGW:% az\u00f1'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        try {
          expect(base45Encode(base45Decode(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(EslabonError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
