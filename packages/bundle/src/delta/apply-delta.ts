import { EslabonError } from '@eslabon/core';
import { compareBytes } from '../bytes/compare-bytes.js';
import { toHex } from '../bytes/hex.js';
import { readContainer, writeContainer } from '../format/container.js';
import type { ContainerLimits } from '../format/limits.js';
import { defaultLimits } from '../format/limits.js';
import { keccak256 } from '../hash/keccak256.js';
import { decodeDelta } from './decode-delta.js';
import type { Delta } from './delta.js';
import { maxCopies } from './delta.js';
import { malformed } from './malformed.js';

/**
 * Makes the new bundle from the one that a post has and a delta. What comes out proves itself as every bundle does, by
 * `openBundle`: the delta needs no trust.
 * @param baseFile the bundle that the post has.
 * @param delta what `makeDelta` made of it and the new one.
 * @returns the new bundle file, byte for byte as the agent would give it.
 * @throws EslabonError DELTA_MALFORMED, DELTA_VERSION; DELTA_BASE when it is for another bundle; DELTA_RESULT when it
 * does not make what it says; BUNDLE_TOO_LARGE for whichever of the three files; BUNDLE_MALFORMED or BUNDLE_VERSION when
 * the base is no bundle
 */
export function applyDelta(
  baseFile: Uint8Array,
  delta: Uint8Array,
  limits: ContainerLimits = defaultLimits,
): Uint8Array {
  const decoded = decodeDelta(delta, limits);
  const base = readContainer(baseFile, limits);
  const digest = keccak256(base);
  if (compareBytes(digest, decoded.base) !== 0) {
    throw new EslabonError(
      'DELTA_BASE',
      `The delta is for the bundle ${toHex(decoded.base)}, not for ${toHex(digest)}.`,
      { hints: ['Fetch a delta for the bundle that you have, or a whole bundle.'] },
    );
  }
  const payload = build(base, decoded);
  const result = keccak256(payload);
  if (compareBytes(result, decoded.result) !== 0) {
    throw new EslabonError(
      'DELTA_RESULT',
      `The delta makes the bundle ${toHex(result)}, not ${toHex(decoded.result)} as it says.`,
      { hints: ['Keep the bundle that you have, and fetch a whole one.'] },
    );
  }
  return writeContainer(payload);
}

function build(base: Uint8Array, { size, steps, inserted }: Delta): Uint8Array {
  const copied = size - inserted.length;
  if (copied > maxCopies * base.length)
    throw malformed(`it copies ${copied} bytes of a base with ${base.length}`);
  const payload = new Uint8Array(size);
  let at = 0;
  let taken = 0;
  for (const { insert, copy, from } of steps) {
    if (from + copy > base.length) {
      throw malformed(`it copies ${copy} bytes from ${from} of a base with ${base.length}`);
    }
    payload.set(inserted.subarray(taken, taken + insert), at);
    payload.set(base.subarray(from, from + copy), at + insert);
    at += insert + copy;
    taken += insert;
  }
  return payload;
}
