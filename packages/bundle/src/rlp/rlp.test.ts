import { RLP } from '@ethereumjs/rlp';
import { describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { rlpDecode } from './rlp-decode.js';
import { rlpEncode } from './rlp-encode.js';
import type { RlpItem } from './rlp-item.js';
import { readRlpScalar, rlpScalar } from './rlp-scalar.js';

const lorem = utf8ToBytes('Lorem ipsum dolor sit amet, consectetur adipisicing elit');

/** Examples of the Ethereum wiki's RLP page and cases at the borders of the prefix forms. */
const vectors: [name: string, item: RlpItem, encoded: string][] = [
  ['dog', utf8ToBytes('dog'), '83646f67'],
  ['cat and dog', [utf8ToBytes('cat'), utf8ToBytes('dog')], 'c88363617483646f67'],
  ['empty string', new Uint8Array(0), '80'],
  ['empty list', [], 'c0'],
  ['byte 0x00', Uint8Array.of(0), '00'],
  ['byte 0x0f', Uint8Array.of(15), '0f'],
  ['byte 0x80', Uint8Array.of(0x80), '8180'],
  ['1024', Uint8Array.of(4, 0), '820400'],
  ['set theoretic three', [[], [[]], [[], [[]]]], 'c7c0c1c0c3c0c1c0'],
  ['56 bytes', lorem, `b838${bytesToHex(lorem)}`],
  ['55 bytes', new Uint8Array(55), `b7${'00'.repeat(55)}`],
  ['256 bytes', new Uint8Array(256), `b90100${'00'.repeat(256)}`],
  ['list of 56', [new Uint8Array(55)], `f838b7${'00'.repeat(55)}`],
];

const nested = (depth: number): RlpItem => (depth === 0 ? [] : [nested(depth - 1)]);

const refused: [reason: string, encoded: string][] = [
  ['nothing at all', ''],
  ['a byte below 0x80 with a prefix', '8100'],
  ['a byte below 0x80 with a prefix, in a list', 'c2817f'],
  ['a long form for 55 bytes', `b837${'00'.repeat(55)}`],
  ['a long list form for an empty list', 'f800'],
  ['a length with a leading zero', `b90038${'00'.repeat(56)}`],
  ['a string that is cut off', '83646f'],
  ['a list that is cut off', 'c883636174'],
  ['a length that is cut off', 'b9'],
  ['a member longer than its list', 'c283646f67'],
  ['something after the item', '83646f6700'],
  ['a length past 2^53', 'bfffffffffffffffff00'],
  ['lists nested 100 deep', bytesToHex(rlpEncode(nested(100)))],
];

const items: fc.Arbitrary<RlpItem> = fc.letrec<{ item: RlpItem }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.uint8Array({ maxLength: 70 }),
    fc.array(tie('item'), { maxLength: 6 }),
  ),
})).item;

const plain = (item: RlpItem): unknown => (item instanceof Uint8Array ? bytesToHex(item) : item.map(plain));

describe('RLP', () => {
  it.each(vectors)('encodes and decodes %s', (_name, item, encoded) => {
    expect(bytesToHex(rlpEncode(item))).toBe(encoded);
    expect(plain(rlpDecode(hexToBytes(encoded)))).toEqual(plain(item));
  });

  it.each(refused)('refuses %s', (_reason, encoded) => {
    expect(() => rlpDecode(hexToBytes(encoded))).toThrow(expect.objectContaining({ code: 'RLP_MALFORMED' }));
  });

  it('decodes what it encodes, and encodes as @ethereumjs/rlp does', () => {
    fc.assert(
      fc.property(items, (item) => {
        const encoded = rlpEncode(item);
        expect(encoded).toEqual(RLP.encode(item as Uint8Array));
        expect(plain(rlpDecode(encoded))).toEqual(plain(item));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads one form only: whatever decodes encodes to the same bytes', () => {
    const nearlyRlp = fc.tuple(items, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([item, at, mask]) => {
      const bytes = rlpEncode(item);
      const position = at % bytes.length;
      bytes[position] = (bytes[position] as number) ^ mask;
      return bytes;
    });
    let accepted = 0;
    fc.assert(
      fc.property(nearlyRlp, (bytes) => {
        let item: RlpItem;
        try {
          item = rlpDecode(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'RLP_MALFORMED' });
          return;
        }
        accepted++;
        expect(rlpEncode(item)).toEqual(bytes);
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('RLP scalars', () => {
  it('have no leading zeros and come back', () => {
    expect(rlpScalar(0n)).toEqual(new Uint8Array(0));
    expect(rlpScalar(1024n)).toEqual(Uint8Array.of(4, 0));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
        expect(readRlpScalar(rlpScalar(value))).toBe(value);
      }),
    );
  });

  it.each([
    ['a leading zero', Uint8Array.of(0, 1)],
    ['a zero byte', Uint8Array.of(0)],
    ['33 bytes', new Uint8Array(33).fill(1)],
    ['a list', []],
  ])('refuse %s', (_what, item) => {
    expect(() => readRlpScalar(item)).toThrow(expect.objectContaining({ code: 'RLP_MALFORMED' }));
  });
});
