import { randomUUID } from 'node:crypto';
import type { Offer } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { credentialOffer, credentialOfferUrl, issuanceEndpoint } from '@eslabon/exchange';
import { historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Caller } from '../platform/http/caller.js';
import type { Issuance } from './create-issuance.js';
import { issuanceSessionTable } from './issuance-tables.js';
import { offerMessages } from './messages/offer-messages.js';
import { offerQr } from './offer-qr.js';

/**
 * Offers an issued certificate to a wallet of its company. The answer is the only place where code and transaction code
 * ever stand; they go to the company by two ways.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE unless it is issued and not revoked
 */
export async function createOffer(issuance: Issuance, certificateId: string, caller: Caller): Promise<Offer> {
  const { issuer, settings, secrets, database, config } = issuance;
  const now = issuance.clock();
  const expiresAt = new Date(now.getTime() + settings.offerMinutes * 60_000).toISOString();
  const id = randomUUID();
  const reference = secrets.random();
  const code = secrets.codeOf(reference);
  const txCode = secrets.txCode(settings.txCodeLength);
  const { certificateNumber, legalName } = await database.transaction(async (manager) => {
    const { state, status, certificateNumber, content } = await findCertificate(manager, certificateId);
    if (state !== 'issued' || status === 'revoked') {
      const found = state === 'issued' ? 'revoked' : state;
      throw new EslabonError(
        'CERTIFICATE_STATE',
        `The certificate ${certificateNumber} is ${found}, and cannot be offered.`,
      );
    }
    await manager.insert(issuanceSessionTable, {
      ...{ id, certificateId, state: 'open', attempts: settings.txCodeAttempts },
      referenceHash: secrets.hash(reference),
      codeHash: secrets.hash(code),
      txCodeHash: secrets.txCodeHash(id, txCode),
      createdBy: caller.name,
      createdAt: now.toISOString(),
      expiresAt,
    });
    await manager.insert(historyTable, {
      ...{ certificateId, at: now.toISOString(), actor: caller.name, event: 'OFFERED' },
      data: { offer: id, expiresAt },
    });
    return content;
  });
  const offerUri = `${issuanceEndpoint(issuer, 'offers')}/${reference}`;
  const offerUrl = credentialOfferUrl({ uri: offerUri });
  const walletUrl = walletUrlOf(issuer, offerUrl);
  const { name: authority, utcOffset } = config;
  return {
    ...{ id, offerUrl, offerUri, walletUrl },
    offerUrlByValue: credentialOfferUrl(offerOf(issuance, code)),
    ...offerQr(offerUrl),
    messages: offerMessages({
      ...{ authority, certificateNumber, legalName, walletUrl, offerUrl, expiresAt, utcOffset },
    }),
    ...{ txCode, expiresAt },
  };
}

/** The offer as a link into the wallet that this agent serves: after the `#`, which no server gets to see. */
export function walletUrlOf(issuer: string, offerUrl: string): string {
  return `${issuer}/wallet/#offer=${encodeURIComponent(offerUrl)}`;
}

/** The credential offer that a code belongs to. */
export function offerOf({ issuer, settings }: Pick<Issuance, 'issuer' | 'settings'>, code: string) {
  const { configurations, txCodeLength } = settings;
  return credentialOffer({ issuer, configurations, code, txCodeLength });
}
