import type { Scheme } from './scheme.js';
import { weightedSumFromRight } from './weighted-sum.js';

/** Chile: Rol Único Tributario, 7 or 8 digits and a check character of modulo 11, K standing for 10. */
export const chileRut: Scheme = {
  scheme: 'RUT',
  check(compact) {
    if (!/^\d{7,8}[0-9K]$/.test(compact)) return 'bad-format';
    const sum = weightedSumFromRight(compact.slice(0, -1), (place) => 2 + (place % 6));
    return '0123456789K'[(11 - (sum % 11)) % 11] === compact.at(-1) ? 'valid' : 'bad-check-digit';
  },
};
