import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { derSignature } from './der-signature.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The integers of a DER signature in full length, as a JWS has them. */
function joseOf(der: Uint8Array, half: number): Uint8Array {
  const start = der[1] === 0x81 ? 3 : 2;
  const end = start + 2 + (der[start + 1] as number);
  return Buffer.concat(
    [der.subarray(start + 2, end), der.subarray(end + 2)].map((integer) => {
      const value = integer.length > half ? integer.subarray(1) : integer;
      return Buffer.concat([Buffer.alloc(half - value.length), value]);
    }),
  );
}

describe('derSignature', () => {
  it.each([
    ['P-256', 32],
    ['secp256k1', 32],
    ['P-384', 48],
    ['P-521', 66],
  ])('of %s is what OpenSSL wrote, byte for byte', (namedCurve, half) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve });
    for (let round = 0; round < 200; round++) {
      const der = sign('sha256', randomBytes(8), privateKey);
      expect(hex(derSignature(joseOf(der, half)))).toBe(hex(der));
    }
  });

  it('writes integers as short as they are, and never negative', () => {
    expect(hex(derSignature(Uint8Array.of(0, 0, 0, 1)))).toBe('3006020100020101');
    expect(hex(derSignature(Uint8Array.of(0, 0x7f, 0, 0x80)))).toBe('300702017f02020080');
    expect(hex(derSignature(Uint8Array.of(1, 0, 0xff, 0xff)))).toBe('3009020201000203' + '00ffff');
  });
});
