import type { CompiledContract } from './compiled-contracts.js';
import type { Mismatch } from './finding.js';

/** Bytes of a difference that are shown. */
const shownBytes = 32;

/**
 * Compares runtime code on the chain with compiled code, byte for byte except where immutables go. Each run of bytes that
 * differ is one mismatch; so is another length.
 */
export function compareCode(
  code: string,
  { runtime, immutables }: Pick<CompiledContract, 'runtime' | 'immutables'>,
): Mismatch[] {
  const [found, expected] = [bytesOf(code), bytesOf(runtime)];
  const mismatches: Mismatch[] = [];
  if (found.length !== expected.length) {
    mismatches.push({ at: 'length', expected: `${expected.length} bytes`, found: `${found.length} bytes` });
  }
  const isFree = new Uint8Array(expected.length);
  for (const { start, length } of Object.values(immutables).flat()) isFree.fill(1, start, start + length);
  const differs = (at: number) => isFree[at] === 0 && found[at] !== expected[at];

  const end = Math.min(found.length, expected.length);
  for (let at = 0; at < end; at++) {
    if (!differs(at)) continue;
    const start = at;
    while (at + 1 < end && differs(at + 1)) at++;
    mismatches.push({
      at: `byte ${start}`,
      expected: show(expected.subarray(start, at + 1)),
      found: show(found.subarray(start, at + 1)),
    });
  }
  return mismatches;
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.slice(2), 'hex');
}

function show(bytes: Buffer): string {
  const rest = bytes.length - shownBytes;
  const text = `0x${bytes.subarray(0, shownBytes).toString('hex')}`;
  return rest > 0 ? `${text}… (${bytes.length} bytes)` : text;
}
