import { getBundleAt, getLatestBundle } from './bundles.js';
import {
  getCertificate,
  getCertificateHistory,
  getCredential,
  issueCertificate,
  listCertificates,
  proposeCertificate,
  rejectCertificate,
} from './certificates.js';
import { getImport, listImportRows, startImport } from './imports.js';
import { getAuthority, getHealth, getReadiness } from './service.js';
import { changeStatus, getStatusChange } from './status.js';
import { verifyCredential } from './verifications.js';

/** Every operation of the agent. A new one goes here; the server does not start without its handler. */
export const operations = {
  proposeCertificate,
  issueCertificate,
  rejectCertificate,
  getCertificate,
  listCertificates,
  getCertificateHistory,
  getCredential,
  changeStatus,
  getStatusChange,
  startImport,
  getImport,
  listImportRows,
  getLatestBundle,
  getBundleAt,
  verifyCredential,
  getAuthority,
  getHealth,
  getReadiness,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
