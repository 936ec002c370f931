import type { Scheme } from './scheme.js';
import { weightedSum } from './weighted-sum.js';

const privateWeights = [4, 3, 2, 7, 6, 5, 4, 3, 2];
const publicWeights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Ecuador: Registro Único de Contribuyentes, 13 digits: province (01–24, 30 abroad), kind of taxpayer in the third
 * digit (0–5 natural person, 6 public body, 9 private company), check digit, establishment. A third digit 6 is also
 * met in newer identity cards, so it may be a natural person as well.
 */
export const ecuadorRuc: Scheme = {
  scheme: 'RUC',
  check(compact) {
    if (!/^(?:0[1-9]|1\d|2[0-4]|30)[0-69]\d{10}$/.test(compact)) return 'bad-format';
    if (compact.endsWith('000')) return 'bad-format';
    return hasCheckDigit(compact) ? 'valid' : 'bad-check-digit';
  },
};

function hasCheckDigit(ruc: string): boolean {
  const kind = ruc[2];
  if (kind === '9') return endsModulo11(ruc, privateWeights);
  if (kind === '6' && endsModulo11(ruc, publicWeights)) return true;
  return isIdentityCard(ruc);
}

/** The digit after the weighted ones; a remainder of 1 has no digit, so such numbers are not given out. */
function endsModulo11(ruc: string, weights: readonly number[]): boolean {
  const check = (11 - (weightedSum(ruc, weights) % 11)) % 11;
  return check === Number(ruc[weights.length]);
}

/** Modulo 10 over the ten digits of the identity card, products above nine less nine. */
function isIdentityCard(ruc: string): boolean {
  let sum = 0;
  for (let place = 0; place < 9; place++) {
    const product = Number(ruc[place]) * (place % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === Number(ruc[9]);
}
