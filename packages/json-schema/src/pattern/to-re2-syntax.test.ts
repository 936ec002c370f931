import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Budget } from '../bounds/budget.js';
import { linearPattern } from './linear-pattern.js';

const matches = (pattern: string, text: string) => linearPattern(pattern, new Budget()).test(text);

const atoms = [
  ...[
    'a',
    'b',
    '.',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '[ab]',
    '[^a]',
    '[\\s\\d]',
    '[^\\S]',
    '[\\S]',
    '[a-f0-9_-]',
  ],
  ...[
    '\\.',
    '\\/',
    '\\-',
    '\\u0041',
    '\\x41',
    '\\cJ',
    '\\n',
    '\\t',
    '\\u{1F600}',
    '\\p{L}',
    '[[]',
    '[\\]]',
    '[\\b]',
    '\\b',
  ],
  ...['(?:a|b)', '(?<name>a)', '(ab)', '[^]', '[]', '\\p{Script=Greek}', '\\0'],
];
const pattern = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '*?')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.map(([atom, times]) => (atom === '\\b' ? atom : `${atom}${times}`)).join(''))
  .chain((body) => fc.constantFrom(body, `^${body}$`, `^${body}`, `${body}|b`));
const text = fc
  .array(fc.constantFrom(...'abfAZ09_-. \t\n\r\v\f/[]\u00a0\u2028\ufeffñα😀\b\0'), { maxLength: 8 })
  .map((characters) => characters.join(''));

describe('a pattern in linear time', () => {
  it('means what ECMAScript means by it', () => {
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        fc.pre(source.split('(?<name>').length <= 2);
        const native = new RegExp(source, source.includes('\\-') ? '' : 'u');
        fc.pre(source.includes('\\-') ? !/\\p|\\u\{|😀/u.test(source + subject) : true);
        expect([source, subject, matches(source, subject)]).toEqual([source, subject, native.test(subject)]);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['\\ud83d\\ude00', '😀', true],
    ['^\\S+@\\S+\\.\\S+$', 'a@post.example', true],
    ['^[A-Z]{2}[0-9A-ZÑ&]{1,15}$', 'PE20123456786', true],
    ['^\\d{4}\\-\\d{2}$', '2026-05', true],
    ['^\\$\\(\\)\\{\\}\\|\\^$', '$(){}|^', true],
    ['a$', 'a\n', false],
  ])('%s and “%s”: %s', (source, subject, expected) => {
    expect(matches(source, subject)).toBe(expected);
  });
});
