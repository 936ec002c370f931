import { type Certificate, certificateSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { contentHash } from './content-hash.js';

const certificate: Certificate = certificateSchema.parse({
  certificateNumber: 'OEA-1',
  certificateType: 'security',
  operatorRoles: ['EX', 'IM'],
  tin: 'PE20131312955',
  nationalId: { scheme: 'RUC', value: '20131312955' },
  legalName: 'Ñandú',
  address: { city: 'Lima', country: 'PE' },
  decisionDate: '2024-01-15',
  effectiveDate: '2024-01-20',
});

describe('contentHash', () => {
  it('is SHA-256 over JSON with sorted keys', () => {
    expect(contentHash(certificate)).toBe('7ea1ec7422270a2b00e9a146ed26ba5a7f6be315ff5be812e57773e1a343548a');
  });

  it('does not depend on the order of members or on absent ones', () => {
    const reversed = Object.fromEntries(Object.entries(certificate).reverse());
    const address = { country: certificate.address?.country, city: 'Lima', street: undefined };
    expect(contentHash({ ...reversed, address, validUntil: undefined } as Certificate)).toBe(
      contentHash(certificate),
    );
  });

  it.each<Partial<Certificate>>([
    { legalName: 'Nandu' },
    { operatorRoles: ['IM', 'EX'] },
    { validUntil: '2029-01-20' },
    { tradeName: 'N' },
    { address: undefined },
  ])('changes with %j', (change) => {
    expect(contentHash({ ...certificate, ...change })).not.toBe(contentHash(certificate));
  });
});
