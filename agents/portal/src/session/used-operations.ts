import type { Client } from '@eslabon/client';

/** Everything that the portal asks of an agent. There are words for each of their errors. */
export const usedOperations = [
  'getCaller',
  'listCertificates',
  'getCertificate',
  'getCertificateHistory',
  'getPaper',
  'proposeCertificate',
  'issueCertificate',
  'rejectCertificate',
  'changeStatus',
  'createOffer',
  'emailOffer',
  'listOffers',
  'withdrawOffer',
  'proposeRenewal',
  'listRenewals',
  'listWaitingRenewals',
  'issueRenewal',
  'rejectRenewal',
] as const satisfies readonly (keyof Client)[];

/** The agent, as far as the portal uses it. */
export type PortalClient = Pick<Client, (typeof usedOperations)[number]>;
