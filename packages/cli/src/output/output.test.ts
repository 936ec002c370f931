import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { captureIo } from '../testing/capture-io.js';
import { describeAge } from './describe-age.js';
import { formatTable } from './format-table.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

describe('printable', () => {
  it('keeps a name from recolouring, moving or turning text around', () => {
    expect(printable('\u001b[32mRECOGNISED\u001b[0m')).not.toContain('\u001b');
    expect(printable('a\rb\nc\u202ed\u2066e\u009bf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf');
    expect(printable('Peñaflor & Cía. Ltda. – Ñandú')).toBe('Peñaflor & Cía. Ltda. – Ñandú');
  });

  it('leaves no control character in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('paint', () => {
  it('colours a terminal only, and not where NO_COLOR asks for none', () => {
    const terminal = captureIo({ tty: true });
    expect(paint(terminal, terminal.stdout, 'x', 'red')).toBe('\u001b[31mx\u001b[0m');
    const pipe = captureIo();
    expect(paint(pipe, pipe.stdout, 'x', 'red')).toBe('x');
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const plain = captureIo({ tty: true, env });
      expect(paint(plain, plain.stdout, 'x', 'red')).toBe('x');
    }
    const empty = captureIo({ tty: true, env: { NO_COLOR: '' } });
    expect(paint(empty, empty.stdout, 'x', 'red')).toContain('\u001b');
  });
});

describe('formatTable', () => {
  const rows = [
    ['PE-1', 'Ñandú S.A.'],
    ['PE-1000', 'Long name of a company'],
  ];

  it('aligns columns and cuts lines to the terminal', () => {
    expect(formatTable(['NO', 'NAME'], rows, 20)).toEqual([
      'NO       NAME',
      'PE-1     Ñandú S.A.',
      'PE-1000  Long name …',
    ]);
  });

  it('gives whole tab-separated values to a pipe, and no cell can add a column or a row', () => {
    expect(formatTable(['NO', 'NAME'], [['a\tb', 'c\nd']])).toEqual(['NO\tNAME', 'a\ufffdb\tc\ufffdd']);
  });
});

describe('describeAge', () => {
  it('says how old in the largest whole unit', () => {
    expect(describeAge(59, 'en')).toBe('59 seconds ago');
    expect(describeAge(7_300, 'en')).toBe('2 hours ago');
    expect(describeAge(3 * 86_400, 'es')).toBe('hace 3 días');
    expect(describeAge(60, 'pt')).toBe('há 1 minuto');
    expect(describeAge(-120, 'en')).toBe('in 2 minutes');
  });
});
