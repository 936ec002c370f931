import { randomUUID } from 'node:crypto';
import { parseDidJwk } from '@eslabon/credentials';
import { type CredentialConfiguration, issuanceRefused, jwkThumbprint } from '@eslabon/exchange';
import { type EntityManager, In } from 'typeorm';
import { type CertificateRow, credentialTable, historyTable } from '../certificates/certificate-table.js';
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
import { useLimited } from './use-limited.js';

/** The two answers of the credential endpoint (OpenID4VCI 1.0 §8.3). */
export type CredentialResponse =
  | { credentials: { credential: string | object }[]; notification_id: string }
  | { transaction_id: string; interval: number };

export interface Wanted {
  configuration: CredentialConfiguration;
  /** did:jwks: a copy for each. */
  holders: readonly string[];
  /** Of the deferred request that asks: one that has to come back again comes back with it (OpenID4VCI 1.0 §9.2). */
  transactionId?: string;
}

/** How long a wallet may come back for a credential that has to wait. */
const deferredFor = 24 * 60 * 60 * 1000;

/** Times that one access token gets credentials: three forms, and each again where answers are lost. */
const answersPerToken = 20;

/**
 * Gives a wallet its credential, a copy for each of its keys, or a number to come back with: while a decision about the
 * certificate is on its way to the chain nobody gets one, for it may be about to be withdrawn.
 * @throws EslabonError ISSUANCE_REFUSED with credential_request_denied
 */
export async function grantCredential(
  issuance: Issuance,
  manager: EntityManager,
  session: IssuanceSessionRow,
  wanted: Wanted,
): Promise<CredentialResponse> {
  const { certificateId } = session;
  const certificate = await findCertificate(manager, certificateId);
  if (certificate.status === 'revoked') {
    throw issuanceRefused('credential_request_denied', 'The certificate was revoked.');
  }
  const grants = await grantsFor(issuance, manager, session, wanted);
  const isMoving = await manager.existsBy(statusChangeTable, {
    certificateId,
    state: In(['queued', 'sent']),
  });
  if (isMoving) return defer(issuance, manager, session, grants, wanted.transactionId);
  await demandFewAnswers(issuance, manager, session);
  return give(issuance, manager, certificate, grants);
}

/**
 * A wallet may ask for the same copies again, because an answer was lost, but not without end: each time they are signed
 * anew, and stand in the history of the certificate for good.
 * @throws EslabonError ISSUANCE_REFUSED with credential_request_denied
 */
async function demandFewAnswers(
  issuance: Issuance,
  manager: EntityManager,
  { tokenHash }: IssuanceSessionRow,
): Promise<void> {
  const until = new Date(issuance.clock().getTime() + deferredFor);
  const use = { what: `answers ${tokenHash}`, limit: answersPerToken, until };
  if ((await useLimited(issuance, manager, use)) === undefined) return;
  throw issuanceRefused(
    'credential_request_denied',
    `An access token is good for ${answersPerToken} answers with credentials, and this one had them: get another.`,
  );
}

type Grants = [IssuanceGrantRow, ...IssuanceGrantRow[]];

/** The copies that are asked for, as one batch. */
async function grantsFor(
  issuance: Issuance,
  manager: EntityManager,
  session: IssuanceSessionRow,
  { configuration, holders }: Wanted,
): Promise<Grants> {
  const { clock } = issuance;
  const { id: sessionId, certificateId } = session;
  const ofForm = { sessionId, configuration };
  const asked = { ...ofForm, holder: In([...holders]) };
  const before = await manager.findBy(issuanceGrantTable, asked);
  const added = holders.filter((holder) => !before.some((grant) => grant.holder === holder));
  if (added.length > 0) await admit(issuance, manager, session, { configuration, holders: added });
  for (const holder of added) {
    const holderKey = jwkThumbprint(parseDidJwk(holder));
    const createdAt = clock().toISOString();
    await manager.insert(issuanceGrantTable, {
      ...{ ...ofForm, certificateId, holder, holderKey, createdAt, state: 'deferred' },
    });
  }
  const batch = randomUUID();
  await manager.update(issuanceGrantTable, asked, { batch, transactionHash: null, notificationId: null });
  return (await manager.find(issuanceGrantTable, { where: asked, order: { sequence: 'ASC' } })) as Grants;
}

/**
 * Which keys a session may ask for. Whoever has a token that is bound to a key is the wallet that took the offer up:
 * each access token is good for as many new keys as one request may have, so that a wallet can show each verifier
 * another. A token that is not bound may have been copied: with it the first request settles which keys a form is for,
 * and forms that are asked for when the first access token is over are for keys that the session has.
 * @param wanted.holders keys that the form is asked the first time for
 * @throws EslabonError ISSUANCE_REFUSED with credential_request_denied
 */
async function admit(
  issuance: Issuance,
  manager: EntityManager,
  { id: sessionId, tokenKey, tokenHash }: IssuanceSessionRow,
  { configuration, holders }: Wanted,
): Promise<void> {
  const { settings, clock } = issuance;
  if (tokenKey !== null) {
    const what = `keys of ${configuration} ${tokenHash}`;
    const until = new Date(clock().getTime() + deferredFor);
    const use = { what, limit: settings.batchSize, count: holders.length, until };
    if ((await useLimited(issuance, manager, use)) === undefined) return;
    throw issuanceRefused(
      'credential_request_denied',
      `An access token is good for ${settings.batchSize} new keys, and this one had them: get another.`,
    );
  }
  const grants = await manager.find(issuanceGrantTable, { where: { sessionId }, order: { sequence: 'ASC' } });
  if (!grants.some((grant) => grant.configuration === configuration)) {
    const [first] = grants;
    const firstEnds = Date.parse(first?.createdAt ?? '') + settings.tokenSeconds * 1000;
    if (first === undefined || firstEnds >= clock().getTime()) return;
    if (holders.every((holder) => grants.some((grant) => grant.holder === holder))) return;
  }
  throw issuanceRefused(
    'credential_request_denied',
    'This offer gave the credential to another key already: ask for another offer.',
  );
}

async function give(
  issuance: Issuance,
  manager: EntityManager,
  certificate: CertificateRow,
  grants: Grants,
): Promise<CredentialResponse> {
  const [{ sequence: first, sessionId, configuration, certificateId }] = grants;
  const now = issuance.clock().toISOString();
  const credentials: { credential: string | object }[] = [];
  const copies: { holder: string; credentialId: string }[] = [];
  const version = { certificateId, format: 'vc+jwt' as const };
  const { signedAt } = await manager.findOneByOrFail(credentialTable, version);
  for (const { sequence, holder } of grants) {
    const { id: credentialId, credential } = await signForHolder(issuance, certificate, {
      holder,
      configuration,
      signedAt: new Date(signedAt),
    });
    await manager.update(issuanceGrantTable, { sequence }, { state: 'issued', credentialId, issuedAt: now });
    credentials.push({ credential });
    copies.push({ holder, credentialId });
  }
  const notificationId = issuance.secrets.random();
  await manager.update(issuanceGrantTable, { sequence: first }, { notificationId });
  await manager.insert(historyTable, {
    ...{ certificateId, at: now, actor: 'wallet', event: 'RECEIVED' },
    data: { offer: sessionId, configuration, ...(copies.length === 1 ? copies[0] : { copies }) },
  });
  return { credentials, notification_id: notificationId };
}

async function defer(
  { secrets, settings, clock }: Issuance,
  manager: EntityManager,
  { id }: IssuanceSessionRow,
  grants: Grants,
  transaction = secrets.random(),
): Promise<CredentialResponse> {
  const [{ sequence: first, batch }] = grants;
  await manager.update(issuanceGrantTable, { batch }, { state: 'deferred' });
  await manager.update(
    issuanceGrantTable,
    { sequence: first },
    { transactionHash: secrets.hash(transaction) },
  );
  const tokenExpiresAt = new Date(clock().getTime() + deferredFor).toISOString();
  await manager.update(issuanceSessionTable, { id }, { tokenExpiresAt });
  return { transaction_id: transaction, interval: settings.deferredSeconds };
}
