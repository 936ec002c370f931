import { expect, it } from '@jest/globals';
import { purposeSchema } from './purpose.js';

const isPurpose = (reference: string) => purposeSchema.safeParse({ kind: 'consignment', reference }).success;

it.each(['MSCU1234567', '118-2026-10-000123', 'x'.repeat(35), 'Guía nº 7'])(
  'takes the reference %s',
  (text) => {
    expect(isPurpose(text)).toBe(true);
  },
);

it.each(['', 'x'.repeat(36), 'MSCU\n7', 'MSCU\u202e7654321', 'MSCU\u200b1234567', 'MSCU\u2028'])(
  'refuses the reference %j',
  (text) => {
    expect(isPurpose(text)).toBe(false);
  },
);
