import { Undecided } from '../outcome.js';
import { escapeToRe2 } from './escape-to-re2.js';

const anything = '\\x00-\\x{10FFFF}';

/**
 * Rewrites an ECMAScript regular expression, as JSON Schema has them, in the syntax of RE2 with the same meaning.
 * @param pattern one that ECMAScript accepts.
 * @throws Undecided for what no automaton can do in linear time: look-around and back-references.
 */
export function toRe2Syntax(pattern: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < pattern.length; ) {
    const [found, written] = next(pattern, at, inClass);
    if (!inClass && found.startsWith('[')) inClass = !found.endsWith(']');
    else if (inClass && found === ']') inClass = false;
    out += written;
    at += found.length;
  }
  return out;
}

/** What stands at a place, and how RE2 writes it. */
function next(pattern: string, at: number, inClass: boolean): [found: string, written: string] {
  const rest = pattern.slice(at, at + 80);
  const character = pattern[at] as string;
  if (character === '\\') return escapeToRe2(rest, inClass);
  if (inClass) return character === '[' ? ['[', '\\['] : [character, character];
  if (rest.startsWith('[^]')) return ['[^]', `[${anything}]`];
  if (rest.startsWith('[]')) return ['[]', `[^${anything}]`];
  if (rest.startsWith('[^')) return ['[^', '[^'];
  if (character === '.') return ['.', '[^\\n\\r\\x{2028}\\x{2029}]'];
  if (rest.startsWith('(?') && !rest.startsWith('(?:')) {
    const [named] = /^\(\?<[\p{L}_$][\p{L}\p{N}_$]*>/u.exec(rest) ?? [];
    if (named !== undefined) return [named, '('];
    throw new Undecided(`The pattern “${pattern.slice(0, 60)}” looks around itself, which is not supported.`);
  }
  return [character, character];
}
