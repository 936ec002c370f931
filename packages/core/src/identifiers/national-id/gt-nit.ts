import type { Scheme } from './scheme.js';
import { weightedSumFromRight } from './weighted-sum.js';

/**
 * Guatemala: Número de Identificación Tributaria, up to 8 digits and a check character of modulo 11 with weights
 * that grow by one from the right, K standing for 10.
 */
export const guatemalaNit: Scheme = {
  scheme: 'NIT',
  check(compact) {
    if (!/^\d{1,8}[0-9K]$/.test(compact)) return 'bad-format';
    const sum = weightedSumFromRight(compact.slice(0, -1), (place) => 2 + place);
    return '0123456789K'[(11 - (sum % 11)) % 11] === compact.at(-1) ? 'valid' : 'bad-check-digit';
  },
};
