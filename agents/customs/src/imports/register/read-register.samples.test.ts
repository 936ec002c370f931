import { readFileSync } from 'node:fs';
import { type Country, certificateSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { readRegister } from './read-register.js';
import type { RegisterReading } from './register-reading.js';

const folder = new URL('../../../../network/data/registers/', import.meta.url);
const read = (country: string) =>
  readRegister(readFileSync(new URL(`${country.toLowerCase()}.csv`, folder)), {
    country: country as Country,
  });

const statuses = ({ rows }: RegisterReading) =>
  (['active', 'suspended', 'revoked', 'expired'] as const).map(
    (status) => rows.filter((row) => row.certificate && row.status === status).length,
  );

const codes = ({ rows }: RegisterReading) => {
  const counts: Record<string, number> = {};
  for (const { code } of rows.flatMap(({ issues }) => issues)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

describe('the sample registers', () => {
  it.each([
    ['BO', 34, [29, 2, 3, 0], {}],
    ['CL', 24, [20, 1, 3, 0], {}],
    ['CO', 86, [77, 3, 3, 3], { STATUS_EXPIRED: 3 }],
    ['CR', 33, [31, 1, 1, 0], {}],
    ['EC', 21, [20, 0, 1, 0], {}],
    ['GT', 104, [96, 4, 3, 1], { STATUS_EXPIRED: 1 }],
    // Most sample RFCs do not end in the check character that the SAT's procedure gives.
    ['MX', 180, [168, 3, 7, 2], { STATUS_EXPIRED: 2, NATIONAL_ID_CHECK_DIGIT: 177 }],
    ['PE', 129, [114, 7, 6, 2], { STATUS_EXPIRED: 2 }],
  ])('of %s is read', (country, rows, byStatus, issues) => {
    const reading = read(country);
    expect(reading.rowCount).toBe(rows);
    expect(statuses(reading)).toEqual(byStatus);
    expect(codes(reading)).toEqual(issues);
    expect(reading.shape.unknownColumns).toEqual([]);
    for (const { certificate } of reading.rows) {
      if (certificate) expect(certificateSchema.parse(certificate)).toEqual(certificate);
    }
  });

  it.each([
    ['BO', 'utf-8', ',', 'day-first'],
    ['CL', 'utf-8', ',', 'iso'],
    ['CO', 'utf-8-bom', ';', 'day-first'],
    ['CR', 'utf-8', ',', 'iso'],
    ['EC', 'utf-8', ';', 'day-first'],
    ['GT', 'utf-8', ',', 'iso'],
    ['MX', 'utf-8-bom', ',', 'iso'],
    ['PE', 'utf-8', ';', 'day-first'],
  ])('of %s has the shape that was exported', (country, encoding, separator, dateOrder) => {
    expect(read(country).shape).toMatchObject({ encoding, separator, dateOrder });
  });

  it('give whole certificates', () => {
    expect(read('PE').rows[2]).toEqual({
      row: 4,
      certificateNumber: 'OEA-PE-2025-0003',
      status: 'suspended',
      contactEmail: 'oea3@pe.example',
      issues: [],
      certificate: {
        certificateNumber: 'OEA-PE-2025-0003',
        certificateType: 'security',
        operatorRoles: ['IM'],
        tin: 'PE20285609004',
        nationalId: { scheme: 'RUC', value: '20285609004' },
        legalName: 'Importadora Austral Marítima S.A.',
        tradeName: 'Austral',
        address: { street: 'Av. Altiplano 4535', city: 'Lima', postcode: '88778', country: 'PE' },
        decisionDate: '2025-01-22',
        effectiveDate: '2025-02-21',
        validUntil: '2028-02-21',
      },
    });
    expect(read('CL').rows[3]?.certificate).toMatchObject({
      tin: 'CL76003651K',
      nationalId: { scheme: 'RUT', value: '76003651-K' },
    });
    expect(read('CL').rows[3]?.certificate).not.toHaveProperty('validUntil');
  });
});
