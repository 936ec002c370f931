import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import type { StoredCopyKey } from '../keys/copy-keys.js';
import type { Desk } from '../session/desk.js';
import type { Renewal, StoredCertificate, StoredCopy, StoredPending } from '../store/stored.js';
import { readCertificate } from './check-received.js';
import { isSameContent } from './is-same-content.js';
import { issuanceClient } from './issuance-client.js';
import { issuerOf } from './issuer-of.js';
import { type ReceivedCopies, receiveCopies } from './receive-copies.js';
import { type Access, dpopOf, type Issued } from './request-credential.js';

export interface IssuedFor {
  metadata: IssuerMetadataResult;
  configuration: string;
  access: Access;
  renewal: Renewal | undefined;
  /** Keys of the copies that were asked for; `undefined` when they are not known any more, as after a restore. */
  copyKeys: readonly StoredCopyKey[] | undefined;
  /** The row that waits for it, or that it takes the place of. */
  id: string | undefined;
}

export interface Kept {
  id: string;
  /** Whether the wallet shows another certificate than before. */
  isChanged: boolean;
}

/**
 * Keeps what an issuer gave, once it was looked at, and tells the issuer so (OpenID4VCI 1.0 §11). A certificate that is
 * here already is replaced.
 * @throws TroubleError CERTIFICATE_*, and STORAGE_*
 */
export async function keepIssued(desk: Desk, issued: Issued, issuedFor: IssuedFor): Promise<Kept> {
  const { metadata, configuration, access, renewal, copyKeys } = issuedFor;
  const issuer = issuerOf(metadata);
  const common = { issuer, configuration, ...(renewal !== undefined && { renewal }) };
  if ('transactionId' in issued) return wait(desk, issued, issuedFor, common);
  const notify = (event: 'credential_accepted' | 'credential_failure') =>
    tell(desk, metadata, access, issued.notificationId, event);
  let received: ReceivedCopies;
  try {
    received = await receiveCopies(desk, issued.credentials, copyKeys ?? []);
  } catch (error) {
    await notify('credential_failure');
    throw error;
  }
  const { token, certificate } = received;
  const { contents } = desk.vault;
  const before = contents.certificates.find((row) => {
    if (row.id === issuedFor.id) return true;
    const held = readCertificate(row.token);
    return (
      held.issuer === certificate.issuer &&
      held.subject.certificate.certificateNumber === certificate.subject.certificate.certificateNumber
    );
  });
  const id = before?.id ?? issuedFor.id ?? crypto.randomUUID();
  const copies = received.copies.map((copy) => ({ ...before?.copies?.find(isOf(copy)), ...copy }));
  const isChanged = before === undefined || !isSameContent(readCertificate(before.token), certificate);
  // New copies of what is here are no certificate received.
  const receivedAt = isChanged ? desk.now().toISOString() : before.receivedAt;
  const row: StoredCertificate = {
    ...{ id, token, ...common, receivedAt },
    ...(copyKeys !== undefined && { copies }),
    ...(before?.shownState !== undefined && { shownState: before.shownState }),
  };
  await desk.vault.change({
    put: { certificates: [row] },
    remove: { pending: issuedFor.id === undefined ? [] : [issuedFor.id] },
  });
  await notify('credential_accepted');
  return { id, isChanged };
}

/** That a key was shown stays true when there is another copy for it. */
function isOf({ key }: StoredCopy) {
  return (copy: StoredCopy) => copy.key.did === key.did;
}

async function wait(
  desk: Desk,
  { transactionId, intervalSeconds }: Extract<Issued, { transactionId: string }>,
  { access, id: known, copyKeys }: IssuedFor,
  common: Pick<StoredPending, 'issuer' | 'configuration' | 'renewal'>,
): Promise<Kept> {
  const { contents } = desk.vault;
  const before = contents.pending.find((row) => row.id === known);
  const now = desk.now();
  const row: StoredPending = {
    ...{ ...common, transactionId, accessToken: access.accessToken, isBound: access.isBound },
    copyKeys,
    id: known ?? crypto.randomUUID(),
    since: before?.since ?? now.toISOString(),
    askAt: now.getTime() + intervalSeconds * 1000,
  };
  await desk.vault.change({ put: { pending: [row] } });
  return { id: row.id, isChanged: false };
}

/** The issuer's record is a courtesy: that it cannot be had changes nothing here. */
async function tell(
  desk: Desk,
  issuerMetadata: IssuerMetadataResult,
  access: Access,
  notificationId: string | undefined,
  event: 'credential_accepted' | 'credential_failure',
): Promise<void> {
  if (notificationId === undefined) return;
  const client = issuanceClient(desk);
  try {
    await client.issuance.sendNotification({
      ...{ issuerMetadata, notification: { notificationId, event }, accessToken: access.accessToken },
      ...dpopOf(client, access),
    });
  } catch {
    // Said above.
  }
}
