import { EslabonError } from '@eslabon/core';

/** The alphanumeric mode of QR codes (ISO/IEC 18004 Table 5), by value (RFC 9285 Table 1). */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const values = new Map([...alphabet].map((character, value) => [character, value]));

/** Writes bytes in base45 (RFC 9285 §4): three characters for two bytes, two for a last one. */
export function base45Encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first, second] = [bytes[at] as number, bytes[at + 1]];
    text += second === undefined ? written(first, 2) : written(first * 256 + second, 3);
  }
  return text;
}

/** The digits of a number of base 45, the lowest first. */
function written(value: number, digits: number): string {
  let text = '';
  for (let rest = value, place = 0; place < digits; place += 1, rest = Math.floor(rest / 45)) {
    text += alphabet[rest % 45];
  }
  return text;
}

/**
 * Reads base45 (RFC 9285 §4). Each sequence of bytes has one text, and no other is read.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function base45Decode(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map(digitOf);
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (digits.length === 1) throw malformed('ends with a single character');
    if (value > (digits.length === 3 ? 0xffff : 0xff)) throw malformed(`has “${text.slice(at, at + 3)}”`);
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function digitOf(character: string): number {
  const value = values.get(character);
  if (value === undefined) throw malformed(`has the character “${character}”`);
  return value;
}

function malformed(what: string): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', `The text is no base45: it ${what}.`);
}
