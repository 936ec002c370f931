import type { CertificateView, ImportView, StatusChangeView } from '@eslabon/client/contract';
import { certificateSchema } from '@eslabon/core';

/** Answers of an agent, for a server of a test. */
export const certificateId = '3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a01';

export function certificateAnswer(overrides: Partial<CertificateView> = {}): CertificateView {
  return {
    id: certificateId,
    state: 'issued',
    status: 'active',
    certificate: certificateSchema.parse({
      certificateNumber: 'PE-OEA-2024-0012',
      certificateType: 'security',
      operatorRoles: ['EX', 'IM'],
      tin: 'PE20100047218',
      legalName: 'Agroindustrias del Norte S.A.C.',
      decisionDate: '2024-03-01',
      effectiveDate: '2024-03-06',
      validUntil: '2027-03-05',
    }),
    contactEmail: null,
    statusEntry: { list: 0, index: 12 },
    credentialId: 'urn:uuid:3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a02',
    proposedBy: 'officer-1',
    proposedAt: '2024-03-01T15:00:00Z',
    issuedBy: 'officer-2',
    issuedAt: '2024-03-01T16:00:00Z',
    pendingChange: null,
    pendingChanges: [],
    ...overrides,
  };
}

export function changeAnswer(overrides: Partial<StatusChangeView> = {}): StatusChangeView {
  return {
    id: '9d2c7a10-7d3e-4a0b-8a63-0b1d5e6f7a11',
    certificateId,
    action: 'suspend',
    reason: 'CRITERIA_NOT_MET',
    decision: { reference: 'RI 1-2026', date: '2026-05-03' },
    effectiveAt: '2026-05-03T12:00:00Z',
    decidedBy: 'officer-1',
    decidedAt: '2026-05-03T12:00:00Z',
    state: 'queued',
    transaction: null,
    blockNumber: null,
    note: null,
    ...overrides,
  };
}

export function importAnswer(overrides: Partial<ImportView> = {}): ImportView {
  return {
    id: '7d0c6a52-6a2f-4d43-9a41-0d3b1b8f6c11',
    fileName: 'register.csv',
    dryRun: false,
    state: 'queued',
    createdBy: 'officer-1',
    createdAt: '2026-05-03T12:00:00Z',
    finishedAt: null,
    shape: null,
    counts: { rows: 0, processed: 0, issued: 0, unchanged: 0, statusChanged: 0, rejected: 0, warnings: 0 },
    error: null,
    ...overrides,
  };
}
