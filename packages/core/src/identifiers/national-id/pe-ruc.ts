import type { Scheme } from './scheme.js';
import { weightedSum } from './weighted-sum.js';

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Peru: Registro Único de Contribuyentes, 11 digits that begin with the kind of taxpayer (10, 15, 16, 17 or 20)
 * and end with a check digit of modulo 11.
 */
export const peruRuc: Scheme = {
  scheme: 'RUC',
  check(compact) {
    if (!/^(?:10|15|16|17|20)\d{9}$/.test(compact)) return 'bad-format';
    const check = (11 - (weightedSum(compact, weights) % 11)) % 10;
    return check === Number(compact[10]) ? 'valid' : 'bad-check-digit';
  },
};
