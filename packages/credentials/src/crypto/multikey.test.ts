import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testKey } from '../testing/keys.fixture.js';
import { decodeMultikey } from './decode-multikey.js';
import { encodeMultikey } from './encode-multikey.js';
import { formatMultikey } from './format-multikey.js';
import { parseMultikey } from './parse-multikey.js';
import { signatureAlgorithms } from './public-key.js';

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof EslabonError ? error.code : `not an EslabonError: ${String(error)}`;
  }
}

describe('multikey', () => {
  it.each(signatureAlgorithms)('round-trips a %s key in bytes and text', (algorithm) => {
    const { publicKey } = testKey(algorithm);
    expect(decodeMultikey(encodeMultikey(publicKey))).toEqual(publicKey);
    expect(parseMultikey(formatMultikey(publicKey))).toEqual(publicKey);
  });

  it('writes the prefixes by which the key types are known in text', () => {
    expect(formatMultikey(testKey('ES256').publicKey)).toMatch(/^zDn/);
    expect(formatMultikey(testKey('ES256K').publicKey)).toMatch(/^zQ3s/);
    expect(formatMultikey(testKey('EdDSA').publicKey)).toMatch(/^z6Mk/);
  });

  it('reads the Ed25519 key of RFC 8032 test 1 from its multibase text', () => {
    const key = parseMultikey('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw');
    expect(Buffer.from(key.bytes).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
  });

  it('refuses other codecs, wrong lengths and bytes that are no point', () => {
    const es256 = encodeMultikey(testKey('ES256').publicKey);
    const bad = [
      new Uint8Array(),
      es256.subarray(0, 2),
      es256.subarray(0, 34),
      Uint8Array.from([...es256, 0]),
      Uint8Array.from([0xe7, 0x01, ...new Array<number>(33).fill(0)]),
      Uint8Array.from([0x12, 0x00, ...es256.subarray(2)]),
      Uint8Array.from([0xed, 0x01, ...new Array<number>(32).fill(0xff)]),
      Uint8Array.from([0xec, 0x01, ...new Array<number>(32).fill(9)]),
    ];
    for (const bytes of bad) expect(codeOf(() => decodeMultikey(bytes))).toBe('KEY_UNSUPPORTED');
  });

  it('refuses texts that are not base58btc of a key', () => {
    const text = formatMultikey(testKey('EdDSA').publicKey);
    const bad = [
      '',
      'z',
      text.slice(1),
      `m${text.slice(1)}`,
      `${text}0`,
      `z1${text.slice(1)}`,
      `z${'2'.repeat(90)}`,
    ];
    for (const value of bad)
      expect([value, codeOf(() => parseMultikey(value))]).toEqual([value, 'KEY_UNSUPPORTED']);
  });

  it('throws nothing but EslabonError on random bytes and texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string(), (bytes, text) => {
        expect([undefined, 'KEY_UNSUPPORTED']).toContain(codeOf(() => decodeMultikey(bytes)));
        expect(codeOf(() => parseMultikey(`z${text}`))).toBe('KEY_UNSUPPORTED');
      }),
    );
  });
});
