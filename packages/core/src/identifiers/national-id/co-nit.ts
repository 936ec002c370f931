import type { Scheme } from './scheme.js';
import { weightedSum } from './weighted-sum.js';

const weights = [41, 37, 29, 23, 19, 17, 13, 7, 3];

/** Colombia: Número de Identificación Tributaria, 9 digits and a check digit (DIAN, Orden Administrativa 4 of 1989). */
export const colombiaNit: Scheme = {
  scheme: 'NIT',
  check(compact) {
    if (!/^\d{10}$/.test(compact)) return 'bad-format';
    const rest = weightedSum(compact, weights) % 11;
    return (rest < 2 ? rest : 11 - rest) === Number(compact[9]) ? 'valid' : 'bad-check-digit';
  },
};
