import { parseDidJwk } from '@eslabon/credentials';
import { issuanceRefused, jwkThumbprint } from '@eslabon/exchange';
import { type EntityManager, In } from 'typeorm';
import { historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { statusChangeTable } from '../status/status-table.js';
import type { Issuance } from './create-issuance.js';
import {
  type IssuanceGrantRow,
  type IssuanceSessionRow,
  issuanceGrantTable,
  issuanceSessionTable,
} from './issuance-tables.js';
import { signForHolder } from './sign-for-holder.js';

/** The two answers of the credential endpoint (OpenID4VCI 1.0 §8.3). */
export type CredentialResponse =
  | { credentials: [{ credential: string | object }]; notification_id: string }
  | { transaction_id: string; interval: number };

/** How long a wallet may come back for a credential that has to wait. */
const deferredFor = 24 * 60 * 60 * 1000;

/**
 * Gives a wallet its credential, or a number to come back with: while a decision about the certificate is on its way to
 * the chain nobody gets one, for it may be about to be withdrawn.
 * @param before what the session gave out under this configuration already, for the same holder
 * @throws EslabonError ISSUANCE_REFUSED with credential_request_denied
 */
export async function grantCredential(
  issuance: Issuance,
  manager: EntityManager,
  session: IssuanceSessionRow,
  wanted: Pick<IssuanceGrantRow, 'configuration' | 'holder'>,
): Promise<CredentialResponse> {
  const { clock } = issuance;
  const { id: sessionId, certificateId } = session;
  const before = await manager.findOneBy(issuanceGrantTable, {
    sessionId,
    configuration: wanted.configuration,
  });
  if (before !== null && before.holder !== wanted.holder) {
    throw issuanceRefused(
      'credential_request_denied',
      'This offer gave the credential to another key already: ask for another offer.',
    );
  }
  const certificate = await findCertificate(manager, certificateId);
  if (certificate.status === 'revoked') {
    throw issuanceRefused('credential_request_denied', 'The certificate was revoked.');
  }
  const now = clock().toISOString();
  const grant =
    before ?? (await insertGrant(manager, { sessionId, certificateId, ...wanted, createdAt: now }));
  const isMoving = await manager.existsBy(statusChangeTable, {
    certificateId,
    state: In(['queued', 'sent']),
  });
  if (isMoving) return defer(issuance, manager, session, grant);
  const { id: credentialId, credential } = await signForHolder(
    issuance,
    certificate,
    wanted.holder,
    wanted.configuration,
  );
  const notificationId = issuance.secrets.random();
  await manager.update(
    issuanceGrantTable,
    { sequence: grant.sequence },
    { state: 'issued', transactionHash: null, notificationId, credentialId, issuedAt: now },
  );
  await manager.insert(historyTable, {
    ...{ certificateId, at: now, actor: 'wallet', event: 'RECEIVED' },
    data: { offer: sessionId, configuration: wanted.configuration, holder: wanted.holder, credentialId },
  });
  return { credentials: [{ credential }], notification_id: notificationId };
}

async function insertGrant(
  manager: EntityManager,
  members: Pick<IssuanceGrantRow, 'sessionId' | 'certificateId' | 'configuration' | 'holder' | 'createdAt'>,
): Promise<IssuanceGrantRow> {
  const holderKey = jwkThumbprint(parseDidJwk(members.holder));
  await manager.insert(issuanceGrantTable, { ...members, holderKey, state: 'deferred' });
  const { sessionId, configuration } = members;
  return manager.findOneByOrFail(issuanceGrantTable, { sessionId, configuration });
}

async function defer(
  { secrets, settings, clock }: Issuance,
  manager: EntityManager,
  { id }: IssuanceSessionRow,
  { sequence }: IssuanceGrantRow,
): Promise<CredentialResponse> {
  const transaction = secrets.random();
  await manager.update(
    issuanceGrantTable,
    { sequence },
    { state: 'deferred', transactionHash: secrets.hash(transaction) },
  );
  const tokenExpiresAt = new Date(clock().getTime() + deferredFor).toISOString();
  await manager.update(issuanceSessionTable, { id }, { tokenExpiresAt });
  return { transaction_id: transaction, interval: settings.deferredSeconds };
}
