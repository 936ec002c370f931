import type { Scheme } from './scheme.js';

/** Bolivia: Número de Identificación Tributaria, 7 to 12 digits. No check digit is published. */
export const boliviaNit: Scheme = {
  scheme: 'NIT',
  check: (compact) => (/^\d{7,12}$/.test(compact) ? 'valid' : 'bad-format'),
};
