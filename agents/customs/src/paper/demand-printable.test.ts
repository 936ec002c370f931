import { describe, expect, it } from '@jest/globals';
import type { CertificateRow } from '../certificates/certificate-table.js';
import { demandPrintable } from './demand-printable.js';

const row = (state: string, status: string | null) =>
  ({ state, status, certificateNumber: 'OEA-1' }) as CertificateRow;

describe('demandPrintable', () => {
  it.each([
    ['issued', 'active'],
    ['issued', 'suspended'],
  ])('%s and %s: it can be printed', (state, status) => {
    expect(() => demandPrintable(row(state, status))).not.toThrow();
  });

  it.each([
    ['issued', 'revoked', 'revoked'],
    ['proposed', null, 'proposed'],
    ['rejected', null, 'rejected'],
  ])('%s and %s: it cannot, and is said to be %s', (state, status, found) => {
    const expected = {
      code: 'CERTIFICATE_STATE',
      message: `The certificate OEA-1 is ${found}, and cannot be printed.`,
    };
    expect(() => demandPrintable(row(state, status))).toThrow(expect.objectContaining(expected));
  });
});
