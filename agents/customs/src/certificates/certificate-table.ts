import type { Certificate, CertificateStatus, CertificateType } from '@eslabon/core';
import { EntitySchema } from 'typeorm';

export interface CertificateRow {
  sequence: number;
  id: string;
  certificateNumber: string;
  state: 'proposed' | 'issued' | 'rejected';
  status: CertificateStatus | null;
  tin: string;
  legalName: string;
  /** Upper case without accents, for searching. */
  searchName: string;
  certificateType: CertificateType;
  content: Certificate;
  contentHash: string;
  contactEmail: string | null;
  credentialId: string | null;
  list: number | null;
  index: number | null;
  proposedBy: string;
  proposedAt: string;
  issuedBy: string | null;
  issuedAt: string | null;
}

export const certificateTable = new EntitySchema<CertificateRow>({
  name: 'certificate',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    certificateNumber: { type: 'text' },
    state: { type: 'text' },
    status: { type: 'text', nullable: true },
    tin: { type: 'text' },
    legalName: { type: 'text' },
    searchName: { type: 'text' },
    certificateType: { type: 'text' },
    content: { type: 'simple-json' },
    contentHash: { type: 'text' },
    contactEmail: { type: 'text', nullable: true },
    credentialId: { type: 'text', nullable: true },
    list: { type: 'integer', nullable: true },
    index: { type: 'integer', nullable: true },
    proposedBy: { type: 'text' },
    proposedAt: { type: 'text' },
    issuedBy: { type: 'text', nullable: true },
    issuedAt: { type: 'text', nullable: true },
  },
});

export interface CredentialRow {
  sequence: number;
  certificateId: string;
  format: 'vc+jwt' | 'vc1-jwt';
  token: string;
  signedAt: string;
}

export const credentialTable = new EntitySchema<CredentialRow>({
  name: 'credential',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    certificateId: { type: 'text' },
    format: { type: 'text' },
    token: { type: 'text' },
    signedAt: { type: 'text' },
  },
});

export interface HistoryRow {
  sequence: number;
  certificateId: string;
  at: string;
  actor: string;
  event:
    | 'PROPOSED'
    | 'ISSUED'
    | 'REJECTED'
    | 'IMPORTED'
    | 'RENEWAL_PROPOSED'
    | 'RENEWAL_REJECTED'
    | 'RENEWED'
    | 'OFFERED'
    | 'OFFER_WITHDRAWN'
    | 'EMAILED'
    | 'EMAIL_FAILED'
    | 'RECEIVED'
    | 'PRINTED'
    | 'STATUS_DECIDED'
    | 'STATUS_SUPERSEDED'
    | 'STATUS_CONFIRMED'
    | 'STATUS_FAILED';
  data: Record<string, unknown>;
}

export const historyTable = new EntitySchema<HistoryRow>({
  name: 'history',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    certificateId: { type: 'text' },
    at: { type: 'text' },
    actor: { type: 'text' },
    event: { type: 'text' },
    data: { type: 'simple-json' },
  },
});
