import { Undecided } from '../outcome.js';

/** White space and line ends of ECMAScript (ECMA-262 §22.2.2.9), of which RE2's \s has five. */
const space =
  '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const other =
  '\\x00-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}' +
  '\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';

const code = (value: number): string => `\\x{${value.toString(16)}}`;

/** Each kind of escape: how it looks, and how RE2 writes it. The first that fits is meant. */
const escapes: readonly [RegExp, (match: RegExpExecArray, inClass: boolean) => string | undefined][] = [
  [/^\\s/, (_, inClass) => (inClass ? space : `[${space}]`)],
  [/^\\S/, (_, inClass) => (inClass ? other : `[${other}]`)],
  [/^\\[dDwWfnrtv]/, ([found]) => found],
  [/^\\b/, (_, inClass) => (inClass ? code(8) : '\\b')],
  [/^\\B/, () => '\\B'],
  [/^\\0(?![0-9])/, () => code(0)],
  [/^\\c([A-Za-z])/, ([, letter]) => code((letter as string).charCodeAt(0) % 32)],
  [/^\\x([0-9A-Fa-f]{2})/, ([, hex]) => code(Number.parseInt(hex as string, 16))],
  [
    /^\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i,
    ([, high, low]) => code(pair(high as string, low as string)),
  ],
  [/^\\u([0-9A-Fa-f]{4})/, ([, hex]) => scalar(Number.parseInt(hex as string, 16))],
  [/^\\u\{0*([0-9A-Fa-f]{1,6})\}/, ([, hex]) => scalar(Number.parseInt(hex as string, 16))],
  [/^\\[pP]\{([A-Z][a-z]?)\}/, ([found]) => found],
  [/^\\([pP])\{(?:Script|sc)=([A-Za-z_]+)\}/, ([, p, script]) => `\\${p}{${script}}`],
  [/^\\([!-/:-@[-`{-~])/, ([, character]) => code((character as string).charCodeAt(0))],
];

/**
 * An escape of ECMAScript in the syntax of RE2.
 * @param rest the pattern from the backslash on.
 * @throws Undecided for back-references, lone surrogates and properties that RE2 does not have.
 */
export function escapeToRe2(rest: string, inClass: boolean): [found: string, written: string] {
  for (const [look, write] of escapes) {
    const match = look.exec(rest);
    const written = match === null ? undefined : write(match, inClass);
    if (match !== null && written !== undefined) return [match[0], written];
  }
  throw new Undecided(`The escape “${rest.slice(0, 12)}” in a pattern of the schema is not supported.`);
}

function pair(high: string, low: string): number {
  return (Number.parseInt(high, 16) - 0xd800) * 0x400 + Number.parseInt(low, 16) - 0xdc00 + 0x10000;
}

/** Undefined for half of a surrogate pair, which is no character. */
function scalar(value: number): string | undefined {
  return value >= 0xd800 && value <= 0xdfff ? undefined : code(value);
}
