import { EslabonError } from '@eslabon/core';
import { VarintReader } from '../codec/varint.js';
import { readEnvelope } from '../format/envelope.js';
import type { ContainerLimits } from '../format/limits.js';
import type { Delta, Step } from './delta.js';
import { deltaEnvelope } from './delta.js';
import { malformed } from './malformed.js';

/**
 * Reads what `encodeDelta` writes, and only that: each step makes at least one byte, together they make the declared
 * size, and no byte is left over. Whether copies lie inside the base is for whoever has it to check.
 * @throws EslabonError DELTA_MALFORMED, DELTA_VERSION; BUNDLE_TOO_LARGE when the result would be larger than is read
 */
export function decodeDelta(file: Uint8Array, limits: ContainerLimits): Delta {
  const payload = readEnvelope(deltaEnvelope, file, limits);
  if (payload.length < 64) throw malformed(`it has ${payload.length} bytes`);
  try {
    return {
      base: payload.slice(0, 32),
      result: payload.slice(32, 64),
      ...readSteps(payload.subarray(64), limits),
    };
  } catch (cause) {
    if (cause instanceof RangeError) throw malformed(cause.message, cause);
    throw cause;
  }
}

function readSteps(
  bytes: Uint8Array,
  { maxInflatedBytes }: ContainerLimits,
): Pick<Delta, 'size' | 'steps' | 'inserted'> {
  const numbers = new VarintReader(bytes);
  const size = numbers.next();
  if (size > maxInflatedBytes) {
    throw new EslabonError(
      'BUNDLE_TOO_LARGE',
      `The delta makes a bundle of ${size} bytes; at most ${maxInflatedBytes} are read.`,
    );
  }
  const count = numbers.next();
  const steps: Step[] = [];
  let made = 0;
  let insertedSize = 0;
  for (let expected = 0; steps.length < count; ) {
    const step = readStep(numbers, expected, steps.length === 0, steps.length === count - 1);
    steps.push(step);
    expected = step.from + step.copy;
    insertedSize += step.insert;
    made += step.insert + step.copy;
    if (made > size) throw malformed(`its steps make more than the ${size} bytes it declares`);
  }
  if (made < size) throw malformed(`its steps make ${made} bytes, it declares ${size}`);
  const inserted = bytes.slice(numbers.position);
  if (inserted.length !== insertedSize) {
    throw malformed(`it has ${inserted.length} bytes to insert, its steps take ${insertedSize}`);
  }
  return { size, steps, inserted };
}

/** Only the first step may insert nothing without following another copy, and only the last may copy nothing. */
function readStep(numbers: VarintReader, expected: number, isFirst: boolean, isLast: boolean): Step {
  const insert = numbers.next();
  const copy = numbers.next();
  if (copy === 0) {
    if (!isLast || insert === 0) throw malformed('a step does nothing, or not all it could');
    return { insert, copy, from: expected };
  }
  const from = expected + unzigzag(numbers.next());
  if (insert === 0 && !isFirst && from === expected) throw malformed('two steps are one');
  if (from < 0) throw malformed('a copy begins before the base');
  return { insert, copy, from };
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
