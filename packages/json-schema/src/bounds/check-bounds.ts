import { maxDepth, maxTextCharacters } from '../limits.js';
import { Undecided } from '../outcome.js';

/**
 * Counts the values in a JSON value.
 * @throws Undecided for more than `most`, deeper than 32 levels, or a text of more than 65,536 characters.
 */
export function checkBounds(value: unknown, most: number, what: string): number {
  let count = 0;
  const walk = (item: unknown, depth: number): void => {
    count += 1;
    if (count > most) throw new Undecided(`The ${what} has more than ${most} values.`);
    if (depth > maxDepth) throw new Undecided(`The ${what} nests deeper than ${maxDepth} levels.`);
    if (typeof item === 'string' && item.length > maxTextCharacters) {
      throw new Undecided(`The ${what} has a text of more than ${maxTextCharacters} characters.`);
    }
    if (typeof item !== 'object' || item === null) return;
    for (const [name, member] of Object.entries(item)) {
      if (name.length > maxTextCharacters) throw new Undecided(`The ${what} has a very long name.`);
      walk(member, depth + 1);
    }
  };
  walk(value, 0);
  return count;
}
