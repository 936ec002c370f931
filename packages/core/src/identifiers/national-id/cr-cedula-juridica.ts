import type { Scheme } from './scheme.js';

/** Costa Rica: cédula de persona jurídica, 10 digits written 3-101-123456. It has no public check digit. */
export const costaRicaCedulaJuridica: Scheme = {
  scheme: 'Cédula jurídica',
  check: (compact) => (/^\d{10}$/.test(compact) ? 'valid' : 'bad-format'),
};
