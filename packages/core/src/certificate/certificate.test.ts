import { describe, expect, it } from '@jest/globals';
import { certificateSchema } from './certificate.js';
import { certificateTypeMask } from './certificate-type.js';
import { everyRole, operatorRoleMask, operatorRoles } from './operator-role.js';

const certificate = {
  certificateNumber: 'OEA-PE-2024-0001',
  certificateType: 'security',
  operatorRoles: ['EX', 'IM'],
  tin: 'PE20131312955',
  nationalId: { scheme: 'RUC', value: '20131312955' },
  legalName: 'Exportadora Ceibo S.A.C.',
  tradeName: 'C',
  address: { street: 'Av. Costera 1', city: 'Callao', country: 'PE' },
  programme: 'OEA 2.0',
  decisionDate: '2024-02-29',
  effectiveDate: '2024-03-05',
  validUntil: '2027-03-05',
  lastValidationDate: '2024-01-15',
};

const without = (key: keyof typeof certificate) =>
  Object.fromEntries(Object.entries(certificate).filter(([name]) => name !== key));

const pathsOf = (value: unknown) =>
  certificateSchema.safeParse(value).error?.issues.map(({ path }) => path.join('.'));

describe('certificateSchema', () => {
  it('accepts a whole certificate unchanged', () => {
    expect(certificateSchema.parse(certificate)).toEqual(certificate);
  });

  it.each(['nationalId', 'tradeName', 'address', 'programme', 'validUntil', 'lastValidationDate'] as const)(
    'does not ask for %s',
    (key) => {
      expect(pathsOf(without(key))).toBeUndefined();
    },
  );

  it.each([
    'certificateNumber',
    'certificateType',
    'operatorRoles',
    'tin',
    'legalName',
    'decisionDate',
    'effectiveDate',
  ] as const)('asks for %s', (key) => {
    expect(pathsOf(without(key))).toEqual([key]);
  });

  it.each([
    ['certificateNumber', { certificateNumber: '-1' }],
    ['certificateNumber', { certificateNumber: 'A<b>' }],
    ['certificateNumber', { certificateNumber: 'A'.repeat(36) }],
    ['certificateType', { certificateType: 'AEOS' }],
    ['operatorRoles', { operatorRoles: [] }],
    ['operatorRoles', { operatorRoles: ['EX', 'EX'] }],
    ['operatorRoles.0', { operatorRoles: ['DFW'] }],
    ['tin', { tin: '20131312955' }],
    ['legalName', { legalName: ' \u00a0 ' }],
    ['legalName', { legalName: 'x'.repeat(257) }],
    ['address.city', { address: { city: 'x'.repeat(36), country: 'PE' } }],
    ['address.country', { address: { city: 'Lima' } }],
    ['decisionDate', { decisionDate: '2023-02-29' }],
    ['decisionDate', { decisionDate: '05/03/2024' }],
    ['validUntil', { validUntil: '2024-03-04' }],
    ['', { surprise: 1 }],
  ])('points at %s', (path, change) => {
    expect(pathsOf({ ...certificate, ...change })).toEqual([path]);
  });

  it('allows a certificate of one day', () => {
    expect(pathsOf({ ...certificate, validUntil: certificate.effectiveDate })).toBeUndefined();
  });
});

describe('masks', () => {
  it('give every role and type its own bit', () => {
    expect(operatorRoleMask(operatorRoles)).toBe(everyRole);
    expect(operatorRoleMask(['IM', 'AE', 'IM'])).toBe(1 | (1 << 13));
    expect(certificateTypeMask(['security', 'full'])).toBe(5);
    expect(certificateTypeMask([])).toBe(0);
  });
});
