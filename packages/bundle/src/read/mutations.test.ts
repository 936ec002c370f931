import { beforeAll, describe, expect, it } from '@jest/globals';
import { deflateSync, inflateSync } from 'fflate';
import { writeContainer } from '../format/container.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { keccak256 } from '../hash/keccak256.js';
import { rememberingVerifier, syntheticContent, trust } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { LoadedBundle } from './loaded-bundle.js';
import { openBundle } from './open-bundle.js';

const options = { attestor: country('PE'), verifySignature: rememberingVerifier() };
const headSize = 42;

/** What of a mutant was accepted; codes of those that were refused are counted. */
class Tally {
  readonly accepted: LoadedBundle[] = [];
  readonly codes = new Map<string, number>();

  open(file: Uint8Array): void {
    try {
      this.accepted.push(openBundle(file, trust, options));
    } catch (error) {
      const code = String((error as { code?: string }).code);
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    }
  }
}

const flipped = (bytes: Uint8Array, at: number, mask: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = (copy[at] as number) ^ mask;
  return copy;
};

/** A file whose checksum was made to fit again, as an attacker would. */
function withChecksum(file: Uint8Array): Uint8Array {
  const covered = new Uint8Array(file.length - 32);
  covered.set(file.subarray(0, 10));
  covered.set(file.subarray(headSize), 10);
  const copy = file.slice();
  copy.set(keccak256(covered), 10);
  return copy;
}

/** Packs a payload without compressing it, which is fast. */
function store(payload: Uint8Array): Uint8Array {
  const data = deflateSync(payload, { level: 0 });
  const file = new Uint8Array(headSize + data.length);
  file.set([0x45, 0x53, 0x4c, 0x42, 2, 1]);
  new DataView(file.buffer).setUint32(6, payload.length);
  file.set(data, headSize);
  return withChecksum(file);
}

describe('a small bundle', () => {
  let file: Uint8Array;
  let payload: Uint8Array;

  beforeAll(async () => {
    file = encodeBundle(await syntheticContent());
    payload = inflateSync(file.subarray(headSize));
    expect(openBundle(file, trust, options).block.number).toBe(1234);
  });

  it('is refused with any byte of its file flipped, and any bit of its head', () => {
    const tally = new Tally();
    for (let at = 0; at < file.length; at++) tally.open(flipped(file, at, 0xff));
    for (let bit = 0; bit < headSize * 8; bit++) tally.open(flipped(file, bit >> 3, 1 << (bit & 7)));
    for (let bit = 0; bit < 8; bit++) tally.open(flipped(file, file.length - 1, 1 << bit));
    expect(tally.accepted).toEqual([]);
    expect([...tally.codes.keys()].sort()).toEqual([
      'BUNDLE_MALFORMED',
      'BUNDLE_TOO_LARGE',
      'BUNDLE_VERSION',
    ]);
    expect(tally.codes.get('BUNDLE_VERSION')).toBe(18);
  });

  it('is refused with any byte of its payload altered and packed again', () => {
    expect(openBundle(store(payload), trust, options).block.number).toBe(1234);
    const tally = new Tally();
    for (let at = 0; at < payload.length; at++) tally.open(store(flipped(payload, at, 1 << (at % 8))));
    expect(tally.accepted).toEqual([]);
    const all = [...tally.codes.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBe(payload.length);
    expect([...tally.codes.keys()].filter((code) => !/^BUNDLE_/.test(code))).toEqual([]);
  });

  it('never shows anything else when its compressed data are altered and the checksum is made to fit', () => {
    const original = JSON.stringify(openBundle(file, trust, options).facts, shown);
    const tally = new Tally();
    for (let at = headSize; at < file.length; at++)
      tally.open(withChecksum(flipped(file, at, 1 << (at % 8))));
    // Padding after the last code, and codes that inflate to the same bytes.
    expect(tally.accepted.length).toBeLessThan(file.length / 20);
    for (const bundle of tally.accepted) expect(JSON.stringify(bundle.facts, shown)).toBe(original);
  });

  it('is refused with any other length declared, though the checksum fits', () => {
    const tally = new Tally();
    for (let bit = 0; bit < 32; bit++) {
      tally.open(withChecksum(flipped(file, 6 + (bit >> 3), 1 << (bit & 7))));
    }
    expect(tally.accepted).toEqual([]);
    expect([...tally.codes.keys()].sort()).toEqual(['BUNDLE_MALFORMED', 'BUNDLE_TOO_LARGE']);
  });

  it('is refused at every length but its own', () => {
    const tally = new Tally();
    for (let length = 0; length < file.length; length++) {
      tally.open(file.subarray(0, length));
      if (length >= headSize) tally.open(withChecksum(file.subarray(0, length)));
    }
    expect(tally.accepted).toEqual([]);
    expect([...tally.codes.keys()]).toEqual(['BUNDLE_MALFORMED']);
  });

  it('is refused with anything after it', () => {
    const tally = new Tally();
    for (const tail of [[0], [0xff], [0, 0, 0, 0], [...file]]) {
      tally.open(Uint8Array.from([...file, ...tail]));
      tally.open(withChecksum(Uint8Array.from([...file, ...tail])));
      tally.open(writeContainer(Uint8Array.from([...payload, ...tail])));
    }
    expect(tally.accepted).toEqual([]);
    expect([...tally.codes.keys()]).toEqual(['BUNDLE_MALFORMED']);
  });
});

function shown(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString(16);
  return value instanceof Map ? [...value] : value;
}
