import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { toHex } from '../bytes/hex.js';
import { pushVarint } from '../codec/varint.js';
import { bundleDigest } from '../format/bundle-digest.js';
import { readContainer, writeContainer } from '../format/container.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { defaultLimits } from '../format/limits.js';
import { keccak256 } from '../hash/keccak256.js';
import { arbitraryContent } from '../testing/arbitrary-content.js';
import { syntheticContent } from '../testing/synthetic-bundle.js';
import { peru, syntheticFacts } from '../testing/synthetic-facts.js';
import { applyDelta } from './apply-delta.js';
import { describeDelta } from './describe-delta.js';
import { makeDelta } from './make-delta.js';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return String((error as { code?: string }).code);
  }
  return 'accepted';
};

/** A delta with this payload, and a checksum that fits. */
function pack(payload: Uint8Array, declared = payload.length): Uint8Array {
  const data = deflateSync(payload, { level: 1 });
  const head = new Uint8Array(10);
  head.set([0x45, 0x53, 0x4c, 0x44, 1, 1]);
  new DataView(head.buffer).setUint32(6, declared);
  return Uint8Array.from([...head, ...keccak256(Uint8Array.from([...head, ...data])), ...data]);
}

const base = Uint8Array.from({ length: 40 }, (_, at) => at);
const baseFile = writeContainer(base);

/** A delta from {@link base} with these numbers (below 128) and bytes to insert, and the digest of what it makes. */
function deltaOf(
  numbers: readonly number[],
  inserted: readonly number[] = [],
  result: readonly number[] = [],
) {
  const digest = keccak256(Uint8Array.from(result));
  return pack(Uint8Array.from([...keccak256(base), ...digest, ...numbers, ...inserted]));
}

/** Payloads with much in common: the second is made of pieces of the first and of others. */
const pairs = fc.uint8Array({ maxLength: 400 }).chain((first) => {
  const piece = fc.oneof(
    fc
      .tuple(fc.nat(first.length), fc.nat(first.length))
      .map(([a, b]) => first.slice(Math.min(a, b), Math.max(a, b))),
    fc.uint8Array({ maxLength: 20 }),
    fc.nat(255).map((byte) => new Uint8Array(30).fill(byte)),
  );
  const second = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => Uint8Array.from(pieces.flatMap((p) => [...p])));
  return fc.tuple(fc.constant(first), second);
});

describe('a delta', () => {
  it('applied to its base gives the other file byte for byte', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const [one, two] = [writeContainer(from), writeContainer(to)];
        const delta = makeDelta(one, two);
        expect(Buffer.compare(applyDelta(one, delta), two)).toBe(0);
        expect(Buffer.compare(makeDelta(one, two), delta)).toBe(0);
        expect(describeDelta(delta)).toEqual({
          base: bundleDigest(one),
          result: bundleDigest(two),
          size: to.length,
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('leads from any bundle to any other', async () => {
    const later = syntheticFacts();
    later.statuses.lists.find(({ authority }) => authority === peru)?.suspended.set(7, 1n << 100n);
    const files = await Promise.all([
      syntheticContent(),
      syntheticContent({ facts: later }),
      syntheticContent({ changed: new Map() }),
    ]);
    const encoded = files.map(encodeBundle);
    for (const from of encoded) {
      for (const to of encoded) {
        const delta = makeDelta(from, to);
        expect(Buffer.compare(applyDelta(from, delta), to)).toBe(0);
        expect(delta.length).toBeLessThan(from === to ? 100 : to.length);
      }
    }
  });

  it('leads from any content to any other, and back', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryContent, (one, two) => {
        const mixed = {
          ...two,
          facts: { ...two.facts, authorities: one.facts.authorities },
          keySets: one.keySets,
        };
        mixed.facts.statuses = one.facts.statuses;
        mixed.facts.arrangements = { ...two.facts.arrangements, nonces: [] };
        const files = [one, two, mixed].map(encodeBundle) as [Uint8Array, Uint8Array, Uint8Array];
        for (const [from, to] of [
          [0, 1],
          [1, 0],
          [0, 2],
          [2, 1],
        ] as const) {
          const delta = makeDelta(files[from], files[to]);
          expect(Buffer.compare(applyDelta(files[from], delta), files[to])).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is small when little changed, wherever it changed', () => {
    const payload = Uint8Array.from(
      { length: 30_000 },
      (_, at) => keccak256(Uint8Array.of(at >> 8, at & 255))[0] ?? 0,
    );
    const edits = fc.array(fc.tuple(fc.nat(29_000), fc.nat(40), fc.uint8Array({ maxLength: 30 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(edits, (all) => {
        let changed = [...payload];
        for (const [at, removed, added] of all) changed = changed.toSpliced(at, removed, ...added);
        const [one, two] = [writeContainer(payload), writeContainer(Uint8Array.from(changed))];
        const delta = makeDelta(one, two);
        expect(Buffer.compare(applyDelta(one, delta), two)).toBe(0);
        expect(delta.length).toBeLessThan(130 + 55 * all.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is made of payloads with millions of bytes and long runs in bounded time', () => {
    const zeros = new Uint8Array(1_200_000);
    const mixed = zeros.map((_, at) => (at % 1000 === 0 ? at / 1000 : 0));
    const [one, two] = [writeContainer(zeros), writeContainer(mixed)];
    expect(Buffer.compare(applyDelta(one, makeDelta(one, two)), two)).toBe(0);
    expect(Buffer.compare(applyDelta(two, makeDelta(two, one)), one)).toBe(0);
  });

  it('copies its base four times at most, and inserts what is more', () => {
    const times = (count: number) => Uint8Array.from({ length: 40 * count }, (_, at) => at % 40);
    const copying = (count: number) => {
      const numbers: number[] = [];
      pushVarint(numbers, 40 * count);
      // Each step inserts nothing and copies 40 bytes, from 40 bytes before where the one before it ended.
      numbers.push(count, 0, 40, 0, ...Array.from({ length: count - 1 }, () => [0, 40, 79]).flat());
      return deltaOf(numbers, [], [...times(count)]);
    };
    expect(codeOf(() => applyDelta(baseFile, copying(3)))).toBe('accepted');
    expect(codeOf(() => applyDelta(baseFile, copying(4)))).toBe('accepted');
    expect(codeOf(() => describeDelta(copying(5)))).toBe('accepted');
    expect(codeOf(() => applyDelta(baseFile, copying(5)))).toBe('DELTA_MALFORMED');
    const many = writeContainer(times(100));
    expect(applyDelta(baseFile, makeDelta(baseFile, many))).toEqual(many);
  });

  it('does not fit another base', () => {
    const other = writeContainer(base.map((byte) => byte + 1));
    const delta = makeDelta(baseFile, writeContainer(base.slice(1)));
    expect(codeOf(() => applyDelta(baseFile, delta))).toBe('accepted');
    expect(codeOf(() => applyDelta(other, delta))).toBe('DELTA_BASE');
    expect(codeOf(() => applyDelta(applyDelta(baseFile, delta), delta))).toBe('DELTA_BASE');
    expect(codeOf(() => applyDelta(delta, delta))).toBe('BUNDLE_MALFORMED');
    expect(codeOf(() => applyDelta(delta, baseFile))).toBe('DELTA_MALFORMED');
    expect(codeOf(() => makeDelta(delta, baseFile))).toBe('BUNDLE_MALFORMED');
    expect(codeOf(() => bundleDigest(delta))).toBe('BUNDLE_MALFORMED');
  });

  it('with altered bytes gives an error or the right file, never another', async () => {
    const later = syntheticFacts();
    later.statuses.lists[0]?.revoked.set(9, 3n);
    const one = encodeBundle(await syntheticContent());
    const two = encodeBundle(await syntheticContent({ facts: later }));
    const delta = makeDelta(one, two);
    const payload = inflateSync(delta.subarray(42));
    const codes = new Map<string, number>();
    const tryDelta = (altered: Uint8Array): void => {
      try {
        expect(Buffer.compare(applyDelta(one, altered), two)).toBe(0);
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === undefined) throw error;
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    };
    for (let at = 0; at < delta.length; at++) {
      tryDelta(delta.map((byte, i) => (i === at ? byte ^ 0xff : byte)));
      tryDelta(delta.subarray(0, at));
    }
    for (let at = 0; at < payload.length; at++) {
      for (const mask of [1, 0x80, 0xff])
        tryDelta(pack(payload.map((byte, i) => (i === at ? byte ^ mask : byte))));
      tryDelta(pack(payload.subarray(0, at)));
      tryDelta(pack(Uint8Array.from([...payload.subarray(0, at), ...payload.subarray(at + 1)])));
      tryDelta(pack(Uint8Array.from([...payload.subarray(0, at), 0, ...payload.subarray(at)])));
    }
    expect([...codes.keys()].sort()).toEqual([
      'BUNDLE_TOO_LARGE',
      'DELTA_BASE',
      'DELTA_MALFORMED',
      'DELTA_RESULT',
      'DELTA_VERSION',
    ]);
  });

  it('applies when it is made by hand as documented', () => {
    // size 8, 2 steps: insert 2, copy 3 from 4; insert 1, copy 2 from 2 (7 - 5).
    const delta = deltaOf([8, 2, 2, 3, 8, 1, 2, 9], [90, 91, 92], [90, 91, 4, 5, 6, 92, 2, 3]);
    expect(readContainer(applyDelta(baseFile, delta), defaultLimits)).toEqual(
      Uint8Array.of(90, 91, 4, 5, 6, 92, 2, 3),
    );
    expect(toHex(keccak256(base))).toBe(describeDelta(delta).base);
  });

  it.each<[string, readonly number[], readonly number[]]>([
    ['nothing after its digests', [], []],
    ['no number of steps', [4], []],
    ['a step that is cut off', [4, 1, 0], []],
    ['fewer bytes than it declares', [4, 1, 0, 3, 0], []],
    ['more bytes than it declares', [4, 1, 0, 5, 0], []],
    ['more steps than it needs', [4, 2, 0, 4, 0], []],
    ['fewer steps than it has', [4, 1, 0, 4, 0, 0, 0], []],
    ['a step that does nothing', [4, 2, 0, 0, 0, 4, 0], []],
    ['a copy of nothing before the last step', [4, 2, 1, 0, 0, 3, 0], [9]],
    ['a last step that does nothing', [4, 2, 0, 4, 0, 0, 0], []],
    ['two copies that are one', [4, 2, 0, 2, 0, 0, 2, 0], []],
    ['a copy before the base', [4, 1, 0, 4, 1], []],
    ['a copy past the base', [4, 1, 0, 4, 74], []],
    ['a copy far past the base', [4, 1, 0, 4, 0xff, 0xff, 0xff, 0xff, 0x0f], []],
    ['a byte to insert too few', [4, 1, 1, 3, 0], []],
    ['a byte to insert too many', [4, 1, 1, 3, 0], [9, 9]],
    ['a number in a longer form', [0x84, 0, 1, 0, 4, 0], []],
  ])('is refused with %s', (_what, numbers, inserted) => {
    const delta = deltaOf(numbers, inserted);
    expect(codeOf(() => applyDelta(baseFile, delta))).toBe('DELTA_MALFORMED');
  });

  it('is refused when it makes another result than it says', () => {
    expect(codeOf(() => applyDelta(baseFile, deltaOf([4, 1, 0, 4, 0], [], [0, 1, 2, 3])))).toBe('accepted');
    expect(codeOf(() => applyDelta(baseFile, deltaOf([4, 1, 0, 4, 0], [], [0, 1, 2, 4])))).toBe(
      'DELTA_RESULT',
    );
  });

  it('is refused before anything is made of it when its result or its own bytes pass the limits', () => {
    const limits = { maxBytes: 300, maxInflatedBytes: 500 };
    const big = deltaOf([0xf5, 3, 1, 0, 1, 0]);
    expect(codeOf(() => describeDelta(big, limits))).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(() => applyDelta(baseFile, big, limits))).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(() => describeDelta(big, { ...limits, maxInflatedBytes: 501 }))).toBe('DELTA_MALFORMED');
    expect(codeOf(() => describeDelta(new Uint8Array(301), limits))).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(() => describeDelta(pack(new Uint8Array(501)), limits))).toBe('BUNDLE_TOO_LARGE');
    expect(codeOf(() => describeDelta(pack(new Uint8Array(64), 63)))).toBe('DELTA_MALFORMED');
    expect(codeOf(() => describeDelta(pack(new Uint8Array(63))))).toBe('DELTA_MALFORMED');
  });

  it('of another version or compression is told apart', () => {
    const delta = makeDelta(baseFile, baseFile);
    expect(codeOf(() => describeDelta(delta.map((byte, at) => (at === 4 ? 2 : byte))))).toBe('DELTA_VERSION');
    expect(codeOf(() => describeDelta(delta.map((byte, at) => (at === 5 ? 2 : byte))))).toBe('DELTA_VERSION');
    expect(codeOf(() => describeDelta(baseFile))).toBe('DELTA_MALFORMED');
  });
});
