import type { OfferView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Caller } from '../platform/http/caller.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { offerState, viewOffers } from './view-offers.js';

export interface OfferIds {
  id: string;
  offerId: string;
}

/** Why an offer that is not open cannot be withdrawn, and what there is to do instead. */
const reasons = {
  taken: [
    'was taken up already: the company has the certificate.',
    'What a wallet has is taken back by the status of the certificate: suspend or revoke it.',
  ],
  ended: [
    'was taken up, and its tokens are void: the company may have the certificate.',
    'What a wallet has is taken back by the status of the certificate: suspend or revoke it.',
  ],
  blocked: [
    'is blocked after too many wrong transaction codes.',
    'No wallet can take it up any more: nothing is left to do.',
  ],
  expired: ['has expired.', 'No wallet can take it up any more: nothing is left to do.'],
  withdrawn: ['was withdrawn already.', 'No wallet can take it up any more: nothing is left to do.'],
} as const;

/**
 * Takes an offer back while nobody has taken it up, for good. A wallet that comes with it afterwards is told that its code
 * is none (`invalid_grant`).
 * @throws EslabonError CERTIFICATE_NOT_FOUND, NOT_FOUND, OFFER_STATE unless it is open
 */
export function withdrawOffer(
  { database, clock }: Pick<AgentParts, 'database' | 'clock'>,
  { id: certificateId, offerId: id }: OfferIds,
  caller: Caller,
): Promise<OfferView> {
  return database.transaction(async (manager) => {
    await findCertificate(manager, certificateId);
    const row = await manager.findOneBy(issuanceSessionTable, { id, certificateId });
    if (row === null) {
      throw new EslabonError('NOT_FOUND', `The certificate has no offer with the id ${id}.`, {
        hints: [`GET /v1/certificates/${certificateId}/offers lists them.`],
      });
    }
    const state = offerState(row, clock);
    if (state !== 'open') {
      const [sentence, hint] = reasons[state];
      throw new EslabonError('OFFER_STATE', `The offer ${sentence}`, { hints: [hint] });
    }
    const withdrawn: IssuanceSessionRow = { ...row, state: 'withdrawn' };
    await manager.update(issuanceSessionTable, { id }, { state: withdrawn.state });
    await manager.insert(historyTable, {
      ...{ certificateId, at: clock().toISOString(), actor: caller.name, event: 'OFFER_WITHDRAWN' },
      data: { offer: id },
    });
    const [view] = await viewOffers(manager, [withdrawn], clock);
    return view as OfferView;
  });
}
