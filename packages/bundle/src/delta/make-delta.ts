import { readContainer } from '../format/container.js';
import type { ContainerLimits } from '../format/limits.js';
import { defaultLimits } from '../format/limits.js';
import { keccak256 } from '../hash/keccak256.js';
import type { Step } from './delta.js';
import { maxCopies } from './delta.js';
import { encodeDelta } from './encode-delta.js';
import { findCopies } from './find-copies.js';

/**
 * Makes the file that leads from one bundle to another. Applied to the first it gives the second byte for byte, whatever
 * the two contain; they prove nothing to it. Deterministic.
 * @param baseFile the bundle that the receiver has.
 * @param newFile the one that it is to have.
 * @throws EslabonError BUNDLE_MALFORMED, BUNDLE_VERSION or BUNDLE_TOO_LARGE when one of them is no bundle
 */
export function makeDelta(
  baseFile: Uint8Array,
  newFile: Uint8Array,
  limits: ContainerLimits = defaultLimits,
): Uint8Array {
  const base = readContainer(baseFile, limits);
  const target = readContainer(newFile, limits);
  const steps: Step[] = [];
  const inserted: Uint8Array[] = [];
  let done = 0;
  let budget = maxCopies * base.length;
  for (const copy of findCopies(base, target)) {
    budget -= copy.length;
    if (budget < 0) break;
    steps.push({ insert: copy.target - done, copy: copy.length, from: copy.base });
    inserted.push(target.subarray(done, copy.target));
    done = copy.target + copy.length;
  }
  if (done < target.length) {
    steps.push({ insert: target.length - done, copy: 0, from: 0 });
    inserted.push(target.subarray(done));
  }
  return encodeDelta({
    base: keccak256(base),
    result: keccak256(target),
    size: target.length,
    steps,
    inserted: concatenate(inserted),
  });
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
