import { pushVarint } from '../codec/varint.js';
import { writeEnvelope } from '../format/envelope.js';
import type { Delta } from './delta.js';
import { deltaEnvelope } from './delta.js';

/**
 * A delta as a file. Its payload: digest of the base (32 bytes) | digest of the result (32 bytes) | size of the result |
 * number of steps | for each step: bytes to insert, bytes to copy and, if there are any, how far the copy begins from
 * where the last one ended | all bytes to insert. Numbers are LEB128, differences zigzag: 0, -1, 1, -2 …
 */
export function encodeDelta({ base, result, size, steps, inserted }: Delta): Uint8Array {
  const numbers: number[] = [];
  pushVarint(numbers, size);
  pushVarint(numbers, steps.length);
  let expected = 0;
  for (const { insert, copy, from } of steps) {
    pushVarint(numbers, insert);
    pushVarint(numbers, copy);
    if (copy === 0) continue;
    pushVarint(numbers, zigzag(from - expected));
    expected = from + copy;
  }
  const payload = new Uint8Array(64 + numbers.length + inserted.length);
  payload.set(base);
  payload.set(result, 32);
  payload.set(numbers, 64);
  payload.set(inserted, 64 + numbers.length);
  return writeEnvelope(deltaEnvelope, payload);
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
