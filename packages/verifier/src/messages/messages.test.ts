import { describe, expect, it } from '@jest/globals';
import { catalogues } from './catalogues.js';
import { durationOf } from './duration-of.js';
import { fill } from './fill.js';
import { messageCodes } from './message-code.js';
import { plainText } from './plain-text.js';

const { en, es, pt } = catalogues;
const placeholders = (text: string): string[] => (text.match(/\{[^}]*\}/g) ?? []).sort();
/** Every text of a catalogue by its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, member]) => texts(member, `${path}/${name}`));
}

describe('the catalogues', () => {
  it('have a sentence for every code, and no other', () => {
    for (const words of [en, es, pt])
      expect(Object.keys(words.messages).sort()).toEqual([...messageCodes].sort());
  });

  it.each([
    ['es', es],
    ['pt', pt],
  ] as const)('say the same things in %s as in English, of the same evidence', (_language, words) => {
    const english = texts(en);
    const other = new Map(texts(words));
    expect([...other.keys()]).toEqual(english.map(([path]) => path));
    for (const [path, text] of english) {
      expect([path, placeholders(other.get(path) as string)]).toEqual([path, placeholders(text)]);
    }
  });

  it.each([
    ['en', en],
    ['es', es],
    ['pt', pt],
  ] as const)('are complete sentences in %s', (_language, words) => {
    for (const text of Object.values(words.messages)) expect(text).toMatch(/^[\p{Lu}].*\.$/u);
    for (const [, text] of texts(words)) expect(text.trim()).toBe(text);
  });

  it('are translated', () => {
    for (const code of messageCodes) {
      expect(new Set([en, es, pt].map((words) => words.messages[code])).size).toBe(3);
    }
  });
});

describe('durationOf', () => {
  it.each([
    [0, 'less than a minute', 'menos de un minuto'],
    [59, 'less than a minute', 'menos de un minuto'],
    [60, '1 minute', '1 minuto'],
    [3_599, '59 minutes', '59 minutos'],
    [3_660, '1 hour and 1 minute', '1 hora y 1 minuto'],
    [86_400, '1 day', '1 día'],
    [86_400 + 59, '1 day', '1 día'],
    [2 * 86_400 + 3 * 3_600 + 59, '2 days and 3 hours', '2 días y 3 horas'],
    [-7_200, '2 hours', '2 horas'],
  ])('%d s', (seconds, english, spanish) => {
    expect([durationOf(seconds, en), durationOf(seconds, es)]).toEqual([english, spanish]);
  });
});

describe('fill', () => {
  it('formats by the placeholder', () => {
    const values = {
      list: ['CL', 'PE'],
      roles: ['EX', 'IM'],
      type: 'full',
      when: '2026-06-01T12:00:30Z',
      seconds: 1_780_315_200,
    };
    expect(fill('{list} {roles:roles} {type:type} {when:instant} {seconds:instant}', values, pt)).toBe(
      'CL, PE exportador (EX), importador (IM) tipo completo (segurança e conformidade) ' +
        '2026-06-01 12:00 UTC 2026-06-01 12:00 UTC',
    );
  });

  it('does not fill what a value brings with it', () => {
    expect(fill('{a}', { a: '{b} $& $1', b: 'x' }, en)).toBe('{b} $& $1');
  });
});

describe('plainText', () => {
  it('lets no text control a terminal, break the line or reverse the writing', () => {
    const hostile = 'a\u001b[2J\r\nb\u009b31m\u202eevil\u2066\u200f\u2028\u0000\ufeff';
    const harmless = plainText(hostile);
    expect(harmless).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(harmless).toContain('evil');
  });

  it('keeps every letter of a name, and cuts what is too long', () => {
    expect(plainText('Ñandú & Cía. S.A. 東京 – “x”')).toBe('Ñandú & Cía. S.A. 東京 – “x”');
    expect(plainText('x'.repeat(500))).toHaveLength(301);
  });
});
