import type { OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { issuanceEndpoint } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import { type HistoryRow, historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Mailer } from '../mail/create-mailer.js';
import type { Caller } from '../platform/http/caller.js';
import type { Issuance } from './create-issuance.js';
import { walletUrlOf } from './create-offer.js';
import { isSameHash } from './issuance-secrets.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { offerMessage } from './messages/offer-messages.js';

type Operation = Operations['emailOffer'];

/** E-mails that one offer may be sent by: an address is mistyped, or two people are to have it. */
const mailsPerOffer = 5;

/**
 * Sends an offer to a company by e-mail. The link is not kept, so the caller brings it, and it has to be that of the
 * offer. A mail counts while it is under way, and again does not when it could not be sent.
 * @throws EslabonError NOT_FOUND, OFFER_MISMATCH, MAIL_LIMIT, MAIL_REFUSED, MAIL_UNAVAILABLE
 */
export async function emailOffer(
  issuance: Issuance,
  mailer: Mailer,
  { params, body }: Pick<OperationInput<Operation>, 'params' | 'body'>,
  caller: Caller,
): Promise<OperationOutput<Operation>> {
  const { database, config, issuer, clock } = issuance;
  const { id: certificateId, offerId } = params;
  const { to, language, offerUrl } = body;
  const { expiresAt, mails, certificate } = await database.transaction(async (manager) => {
    const row = await demandOpen(issuance, manager, certificateId, offerId);
    demandOwnLink(issuance, row, offerUrl);
    if (row.mails >= mailsPerOffer) throw limitReached();
    await manager.increment(issuanceSessionTable, { id: offerId }, 'mails', 1);
    return { ...row, certificate: (await findCertificate(manager, certificateId)).content };
  });
  const message = offerMessage(language, {
    ...{ authority: config.name, utcOffset: config.utcOffset, expiresAt, offerUrl },
    ...{ certificateNumber: certificate.certificateNumber, legalName: certificate.legalName },
    walletUrl: walletUrlOf(issuer, offerUrl),
  });
  const remember = (manager: EntityManager, event: HistoryRow['event'], data: object) =>
    manager.insert(historyTable, {
      ...{ certificateId, at: clock().toISOString(), actor: caller.name, event },
      data: { offer: offerId, to, language, ...data },
    });
  try {
    await mailer.send({ to, ...message });
  } catch (error) {
    const code = error instanceof EslabonError ? error.code : 'INTERNAL';
    await database.transaction(async (manager) => {
      await manager.decrement(issuanceSessionTable, { id: offerId }, 'mails', 1);
      await remember(manager, 'EMAIL_FAILED', { code });
    });
    throw error;
  }
  await database.transaction((manager) => remember(manager, 'EMAILED', {}));
  return { to, language, sentAt: clock().toISOString(), left: mailsPerOffer - mails - 1 };
}

async function demandOpen(
  { clock }: Issuance,
  manager: EntityManager,
  certificateId: string,
  id: string,
): Promise<IssuanceSessionRow> {
  const row = await manager.findOneBy(issuanceSessionTable, { id, certificateId, state: 'open' });
  if (row !== null && row.expiresAt > clock().toISOString()) return row;
  throw new EslabonError('NOT_FOUND', 'This offer is unknown, was taken up, or has expired.', {
    hints: ['Make another offer of the certificate.'],
  });
}

/** A link that somebody else made would be sent in the authority's name. */
function demandOwnLink(
  { issuer, secrets }: Issuance,
  { referenceHash }: IssuanceSessionRow,
  link: string,
): void {
  const prefix = `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(
    `${issuanceEndpoint(issuer, 'offers')}/`,
  )}`;
  const reference = link.startsWith(prefix) ? link.slice(prefix.length) : '';
  if (isSameHash(secrets.hash(reference), referenceHash)) return;
  throw new EslabonError('OFFER_MISMATCH', 'The offerUrl is not that of this offer.', {
    hints: ['Send it as the answer to the offer had it.'],
  });
}

function limitReached(): EslabonError {
  return new EslabonError('MAIL_LIMIT', `This offer was sent by ${mailsPerOffer} e-mails already.`, {
    hints: ['Make another offer of the certificate, or give the company the link by another way.'],
  });
}
