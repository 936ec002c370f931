import { RE2JS } from 're2js';
import type { Budget } from '../bounds/budget.js';
import { maxPatternCharacters } from '../limits.js';
import { Failed, Undecided } from '../outcome.js';
import { toRe2Syntax } from './to-re2-syntax.js';

/** The part of a regular expression that ajv uses. */
export interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/**
 * Compiles a `pattern` of a stranger's schema. It is matched by an automaton in time that is linear in the text, never
 * by backtracking, and within a budget.
 * @throws Failed when it is no regular expression, Undecided when it is one that is not supported.
 */
export function linearPattern(pattern: string, budget: Budget): Pattern {
  if (pattern.length > maxPatternCharacters) {
    throw new Undecided(`A pattern of the schema has more than ${maxPatternCharacters} characters.`);
  }
  requireRegExp(pattern);
  const compiled = compile(pattern);
  const instructions = compiled.programSize();
  return {
    test: (text) => {
      budget.pattern((text.length + 1) * instructions);
      return compiled.matcher(text).find();
    },
    toString: () => `/${pattern}/`,
  };
}

/** JSON Schema wants the Unicode mode; many schemas were written without it. */
function requireRegExp(pattern: string): void {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return;
    } catch {
      // The other mode may read it.
    }
  }
  throw new Failed(`“${pattern.slice(0, 60)}” in the schema is no regular expression.`);
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(toRe2Syntax(pattern));
  } catch (cause) {
    if (cause instanceof Undecided) throw cause;
    throw new Undecided(`The pattern “${pattern.slice(0, 60)}” of the schema is not supported.`, { cause });
  }
}
