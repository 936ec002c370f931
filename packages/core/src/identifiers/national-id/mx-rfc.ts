import type { Scheme } from './scheme.js';

/** Values of the characters are their places here; a company's 12 characters count as 13 that begin with a space. */
const alphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
const form = /^[A-ZÑ&]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-9A-Z]{3}$/;

/**
 * Mexico: Registro Federal de Contribuyentes, 12 characters for companies and 13 for persons: name, YYMMDD,
 * two characters that tell namesakes apart and a check character 0–9 or A (SAT, procedure for the check digit).
 */
export const mexicoRfc: Scheme = {
  scheme: 'RFC',
  check(compact) {
    if (!form.test(compact)) return 'bad-format';
    const body = compact.slice(0, -1).padStart(12, ' ');
    let sum = 0;
    for (let place = 0; place < 12; place++) sum += alphabet.indexOf(body[place] as string) * (13 - place);
    return alphabet[(11 - (sum % 11)) % 11] === compact.at(-1) ? 'valid' : 'bad-check-digit';
  },
};
