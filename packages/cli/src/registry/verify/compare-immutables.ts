import type { CompiledContract } from './compiled-contracts.js';
import type { Mismatch } from './finding.js';

/**
 * Compares the immutables in runtime code with what they must be. One that is not known is a mismatch: nobody could say
 * what it is there for.
 * @param expected Words of 32 bytes by the names of immutables.
 */
export function compareImmutables(
  code: string,
  references: CompiledContract['immutables'],
  expected: Readonly<Record<string, string>>,
): Mismatch[] {
  return Object.entries(references).flatMap(([name, places]) =>
    places.flatMap(({ start, length }) => {
      const found = `0x${code.slice(2 + 2 * start, 2 + 2 * (start + length))}`;
      const word = expected[name] ?? 'no such immutable';
      return found === word ? [] : [{ at: `${name} at byte ${start}`, expected: word, found }];
    }),
  );
}
