import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { keccak256 } from '../hash/keccak256.js';
import { readContainer, writeContainer } from './container.js';

const limits = { maxBytes: 4 << 20, maxInflatedBytes: 64 << 20 };
const codeOf = (file: Uint8Array, given = limits): string => {
  try {
    readContainer(file, given);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};

/** A file with this compressed data and declared length, and a fitting checksum. */
function pack(data: Uint8Array, declared: number): Uint8Array {
  const head = new Uint8Array(10);
  head.set([0x45, 0x53, 0x4c, 0x42, 2, 1]);
  new DataView(head.buffer).setUint32(6, declared);
  const sum = keccak256(Uint8Array.from([...head, ...data]));
  return Uint8Array.from([...head, ...sum, ...data]);
}

describe('container', () => {
  it('gives back what it was given, whatever its bytes', () => {
    const payloads = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.tuple(fc.nat(255), fc.nat(70_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
      fc.array(fc.constantFrom(0, 0, 0, 1, 2), { maxLength: 2000 }).map((bytes) => Uint8Array.from(bytes)),
    );
    fc.assert(
      fc.property(payloads, (payload) => {
        const file = writeContainer(payload);
        expect(Buffer.compare(readContainer(file, limits), payload)).toBe(0);
        expect(Buffer.compare(writeContainer(payload), file)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a file that lies inside a larger buffer', () => {
    const file = writeContainer(Uint8Array.of(1, 2, 3));
    const buffer = new Uint8Array(file.length + 14);
    buffer.set(file, 7);
    expect(readContainer(buffer.subarray(7, 7 + file.length), limits)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('refuses what it does not know', () => {
    const file = writeContainer(new Uint8Array(100));
    const changed = (at: number, byte: number) => file.map((old, i) => (i === at ? byte : old));
    expect(codeOf(new Uint8Array(0))).toBe('BUNDLE_MALFORMED');
    expect(codeOf(new TextEncoder().encode('<!doctype html><title>Sign in to this network</title>'))).toBe(
      'BUNDLE_MALFORMED',
    );
    expect(codeOf(changed(4, 1))).toBe('BUNDLE_VERSION');
    expect(codeOf(changed(5, 2))).toBe('BUNDLE_VERSION');
    expect(codeOf(changed(20, 2))).toBe('BUNDLE_MALFORMED');
  });

  it('refuses files and payloads past the limits', () => {
    const file = writeContainer(new Uint8Array(100_000));
    expect(codeOf(file, { ...limits, maxBytes: file.length })).toBe('accepted');
    expect(codeOf(file, { ...limits, maxBytes: file.length - 1 })).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(file, { ...limits, maxInflatedBytes: 99_999 })).toBe('BUNDLE_TOO_LARGE');
  });

  it('defuses a decompression bomb, whatever length it declares', () => {
    const bomb = deflateSync(new Uint8Array(80 << 20), { level: 9 });
    expect(codeOf(pack(bomb, 80 << 20))).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(pack(bomb, 0xffff_ffff))).toBe('BUNDLE_TOO_LARGE');
    for (const declared of [0, 1, 1000, 64 << 20])
      expect(codeOf(pack(bomb, declared))).toBe('BUNDLE_MALFORMED');
  });

  it('refuses data that inflate to more or less than declared, that are cut, or that have a tail', () => {
    const payload = Uint8Array.from({ length: 500 }, (_, at) => (at * at) % 251);
    for (const level of [0, 6] as const) {
      const data = deflateSync(payload, { level });
      expect(codeOf(pack(data, 500))).toBe('accepted');
      expect(codeOf(pack(data, 499))).toBe('BUNDLE_MALFORMED');
      expect(codeOf(pack(data, 501))).toBe('BUNDLE_MALFORMED');
      expect(codeOf(pack(data.subarray(0, -1), 500))).toBe('BUNDLE_MALFORMED');
      expect(codeOf(pack(Uint8Array.from([...data, 0]), 500))).toBe('BUNDLE_MALFORMED');
      expect(codeOf(pack(new Uint8Array(0), 0))).toBe('BUNDLE_MALFORMED');
    }
  });
});
