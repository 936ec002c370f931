import { maxCharacters, maxDepth, maxTextCharacters } from '../limits.js';
import { Undecided } from '../outcome.js';

/**
 * Refuses to look at a JSON value that is too large.
 * @throws Undecided for more values than `most`, deeper than 32 levels, a text of more than 65,536 characters, or a
 *   million characters in all.
 */
export function checkBounds(value: unknown, most: number, what: string): void {
  let count = 0;
  let characters = 0;
  const readText = (text: string): void => {
    characters += text.length;
    if (text.length > maxTextCharacters || characters > maxCharacters) {
      throw new Undecided(
        `The texts of the ${what} are longer than ${maxTextCharacters} characters, or too many.`,
      );
    }
  };
  const walk = (item: unknown, depth: number): void => {
    count += 1;
    if (count > most) throw new Undecided(`The ${what} has more than ${most} values.`);
    if (depth > maxDepth) throw new Undecided(`The ${what} nests deeper than ${maxDepth} levels.`);
    if (typeof item === 'string') readText(item);
    if (typeof item !== 'object' || item === null) return;
    for (const [name, member] of Object.entries(item)) {
      readText(name);
      walk(member, depth + 1);
    }
  };
  walk(value, 0);
}
