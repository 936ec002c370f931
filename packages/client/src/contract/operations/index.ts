import { getBundleAsOf, getBundleAt, getBundleDelta, getLatestBundle } from './bundles.js';
import {
  getCertificate,
  getCertificateHistory,
  getCredential,
  getDeclarationParty,
  getIdentityAnchor,
  getPaper,
  issueCertificate,
  listCertificates,
  proposeCertificate,
  rejectCertificate,
} from './certificates.js';
import { listDecisions, uploadDecisions } from './decisions.js';
import {
  createChallenge,
  deriveCredential,
  issueCredential,
  verifyPresentation,
  verifySecuredCredential,
} from './exchange.js';
import { getImport, listImportRows, startImport } from './imports.js';
import { createOffer, emailOffer, listOffers, withdrawOffer } from './issuance.js';
import { createPresentation, getPresentation } from './presentations.js';
import {
  issueRenewal,
  listRenewals,
  listWaitingRenewals,
  proposeRenewal,
  rejectRenewal,
} from './renewals.js';
import { getAuthority, getCaller, getHealth, getReadiness } from './service.js';
import { changeStatus, getStatusChange } from './status.js';
import { verifyCredential } from './verifications.js';
import { getCompanyList, getWalletAnchor, getWalletBundle, publishCompanyList } from './wallet-data.js';

/**
 * Every operation of the agent. A new one goes here; the server does not start without its handler.
 * Routes are mounted in this order: a fixed part of a path comes before a parameter in its place.
 */
export const operations = {
  proposeCertificate,
  issueCertificate,
  rejectCertificate,
  getCertificate,
  listCertificates,
  getCertificateHistory,
  getCredential,
  getIdentityAnchor,
  getDeclarationParty,
  getPaper,
  proposeRenewal,
  listRenewals,
  listWaitingRenewals,
  issueRenewal,
  rejectRenewal,
  createOffer,
  emailOffer,
  listOffers,
  withdrawOffer,
  changeStatus,
  getStatusChange,
  startImport,
  getImport,
  listImportRows,
  getLatestBundle,
  getBundleAsOf,
  getBundleDelta,
  getBundleAt,
  getWalletBundle,
  getWalletAnchor,
  publishCompanyList,
  getCompanyList,
  createPresentation,
  getPresentation,
  verifyCredential,
  uploadDecisions,
  listDecisions,
  getAuthority,
  getCaller,
  getHealth,
  getReadiness,
  issueCredential,
  verifySecuredCredential,
  verifyPresentation,
  createChallenge,
  deriveCredential,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
