import { expect, it } from '@jest/globals';
import { decodeText } from './decode-text.js';

const text = 'Agroexportación Ñuñoa – 10 €';
const little = () => Buffer.from(`\ufeff${text}`, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16, the lesser byte first', little()],
  ['UTF-16, the greater byte first', little().swap16()],
])('reads %s', (_encoding, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text);
});

it('reads nothing in nothing', () => {
  expect(decodeText(new Uint8Array())).toBe('');
});
