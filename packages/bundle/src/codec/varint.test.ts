import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pushVarint, VarintReader } from './varint.js';

const number = fc.oneof(
  fc.nat(0xffff_ffff),
  fc.nat(300),
  fc.constantFrom(0, 127, 128, 16_383, 16_384, 0xffff_ffff),
);
const write = (values: readonly number[]): Uint8Array => {
  const bytes: number[] = [];
  for (const value of values) pushVarint(bytes, value);
  return Uint8Array.from(bytes);
};

describe('numbers of variable length', () => {
  it('come back, one after the other', () => {
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const reader = new VarintReader(write(values));
        expect(values.map(() => reader.next())).toEqual(values);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it('take as many bytes as they have groups of seven bits', () => {
    expect(write([0, 127])).toEqual(Uint8Array.of(0, 127));
    expect(write([128, 16_383])).toEqual(Uint8Array.of(0x80, 1, 0xff, 0x7f));
    expect(write([0xffff_ffff])).toEqual(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f));
  });

  it('have one form: whatever is read at all is what would be written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 7 }), (bytes) => {
        const reader = new VarintReader(bytes);
        let value: number;
        try {
          value = reader.next();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(write([value])).toEqual(bytes.slice(0, reader.position));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['nothing', []],
    ['a number that is cut off', [0x80]],
    ['a group too many', [0x80, 0]],
    ['33 bits', [0xff, 0xff, 0xff, 0xff, 0x1f]],
    ['six groups', [0x80, 0x80, 0x80, 0x80, 0x80, 1]],
  ])('are not read from %s', (_what, bytes) => {
    expect(() => new VarintReader(Uint8Array.from(bytes)).next()).toThrow(RangeError);
  });
});
