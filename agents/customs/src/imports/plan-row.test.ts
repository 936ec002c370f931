import { type CertificateStatus, certificateSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import type { CertificateRow } from '../certificates/certificate-table.js';
import { planRow } from './plan-row.js';
import { contentHash } from './register/content-hash.js';
import type { RegisterRow, RegisterStatus } from './register/register-reading.js';

const today = '2026-06-15';

const certificateUntil = (validUntil?: string) =>
  certificateSchema.parse({
    certificateNumber: 'N-1',
    certificateType: 'security',
    operatorRoles: ['EX'],
    tin: 'PE20100070970',
    legalName: 'Empresa S.A.',
    decisionDate: '2020-01-01',
    effectiveDate: '2020-01-01',
    ...(validUntil === undefined ? {} : { validUntil }),
  });

const rowOf = (status: RegisterStatus, validUntil = '2030-01-01'): RegisterRow => ({
  row: 2,
  certificateNumber: 'N-1',
  certificate: certificateUntil(validUntil),
  status,
  issues: [],
});

/** What was issued before from the same content, in some status. */
const issuedAs = (status: CertificateStatus | null, changes: Partial<CertificateRow> = {}): CertificateRow =>
  ({
    state: 'issued',
    status,
    contentHash: contentHash(certificateUntil('2030-01-01')),
    ...changes,
  }) as CertificateRow;

function inShort(...given: Parameters<typeof planRow>) {
  const { report, issue, action } = planRow(...given);
  return [
    report.outcome,
    issue !== undefined,
    action?.name,
    action?.reason,
    report.issues.map(({ code }) => code),
  ];
}

describe('planRow', () => {
  it.each([
    ['active', undefined, undefined],
    ['suspended', 'suspend', null],
    ['revoked', 'revoke', null],
    ['expired', 'revoke', 'EXPIRED'],
  ] as const)('issues a new row that is %s', (status, action, reason) => {
    expect(inShort(rowOf(status), undefined, today)).toEqual(['issued', true, action, reason, []]);
  });

  it.each([
    ['2026-06-14', undefined],
    // A certificate is valid on its last day.
    ['2026-06-15', 'revoke'],
    ['2026-06-16', 'revoke'],
  ])('takes “expired” with the end date %s for what it is', (validUntil, action) => {
    expect(planRow(rowOf('expired', validUntil), undefined, today).action?.name).toBe(action);
  });

  it('ends an expired certificate that has no end date', () => {
    const row = { ...rowOf('expired'), certificate: certificateUntil() };
    expect(planRow(row, undefined, today).action).toMatchObject({ name: 'revoke', reason: 'EXPIRED' });
  });

  const differs = ['STATUS_DIFFERS'];
  it.each([
    ['active', 'active', 'unchanged', undefined, []],
    ['active', 'suspended', 'statusChanged', 'suspend', []],
    ['active', 'revoked', 'statusChanged', 'revoke', []],
    ['suspended', 'active', 'unchanged', undefined, differs],
    ['suspended', 'suspended', 'unchanged', undefined, []],
    ['suspended', 'revoked', 'statusChanged', 'revoke', []],
    ['revoked', 'active', 'unchanged', undefined, differs],
    ['revoked', 'suspended', 'unchanged', undefined, differs],
    ['revoked', 'revoked', 'unchanged', undefined, []],
  ] as const)('%s here and %s in the file: %s', (here, there, outcome, action, issues) => {
    const [found, issues_, name, , codes] = inShort(rowOf(there), issuedAs(here), today);
    expect([found, issues_, name, codes]).toEqual([outcome, false, action, issues]);
  });

  it('does not touch a certificate with other content, nor a proposal', () => {
    const other = issuedAs('active', { contentHash: 'x' });
    expect(inShort(rowOf('revoked'), other, today)).toEqual([
      'rejected',
      false,
      undefined,
      undefined,
      ['CONTENT_DIFFERS'],
    ]);
    const proposal = issuedAs(null, { state: 'proposed' });
    expect(inShort(rowOf('active'), proposal, today)).toEqual([
      'rejected',
      false,
      undefined,
      undefined,
      ['NUMBER_PROPOSED'],
    ]);
  });

  it('reports a row without a certificate: rejected with an error, skipped when it repeats another', () => {
    const sentence = { en: '', es: '', pt: '' };
    const bare = { row: 3, status: 'suspended' as const };
    const issue = (severity: 'error' | 'warning') => ({ severity, code: 'DUPLICATE_ROW' as const, sentence });
    expect(planRow({ ...bare, issues: [issue('error')] }, undefined, today)).toEqual({
      report: {
        row: 3,
        certificateNumber: null,
        outcome: 'rejected',
        issues: [{ ...issue('error'), field: null, column: null, value: null }],
      },
    });
    expect(planRow({ ...bare, issues: [issue('warning')] }, undefined, today).report.outcome).toBe(
      'unchanged',
    );
  });
});
