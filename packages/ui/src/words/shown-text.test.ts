import { describe, expect, it } from '@jest/globals';
import { shownText } from './shown-text.js';

describe('shownText', () => {
  it.each([
    ['Exportadora Ñandú & Hijos S.A.', 'Exportadora Ñandú & Hijos S.A.'],
    ['ACME\u202E.A.S\u202C', 'ACME\uFFFD.A.S\uFFFD'],
    ['ACME\u2066\u2069\u061C\u200E', 'ACME\uFFFD\uFFFD\uFFFD\uFFFD'],
    ['AC\u200BME\uFEFF', 'AC\uFFFDME\uFFFD'],
    ['two\r\nlines\tand\u0007', 'two lines and\uFFFD'],
    ['<b>{{number}} $& Łódź 株式会社', '<b>{{number}} $& Łódź 株式会社'],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });
});
