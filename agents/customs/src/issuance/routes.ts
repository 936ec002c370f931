import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import type { Mailer } from '../mail/create-mailer.js';
import type { Handlers } from '../platform/http/handler.js';
import { demandIssuance, type Issuance } from './create-issuance.js';
import { createOffer } from './create-offer.js';
import { emailOffer } from './email-offer.js';
import { listOffers } from './list-offers.js';
import { withdrawOffer } from './withdraw-offer.js';

/** What officers do; wallets use the interface of the standard (`mountIssuance`). */
export function issuanceRoutes(
  parts: Pick<AgentParts, 'database' | 'clock'>,
  issuance: Issuance | undefined,
  mailer: Mailer | undefined,
) {
  return {
    createOffer: async ({ params }, caller) => createOffer(demandIssuance(issuance), params.id, caller),
    emailOffer: async (input, caller) =>
      emailOffer(demandIssuance(issuance), demandMailer(mailer), input, caller),
    // Also where issuing is configured no more: what was offered before can be looked at, and taken back.
    listOffers: ({ params }) => listOffers(parts, params.id),
    withdrawOffer: ({ params }, caller) => withdrawOffer(parts, params, caller),
  } satisfies Partial<Handlers>;
}

/** @throws EslabonError NOT_FOUND where no mail server is configured */
function demandMailer(mailer: Mailer | undefined): Mailer {
  if (mailer !== undefined) return mailer;
  throw new EslabonError('NOT_FOUND', 'This agent sends no e-mail.', {
    hints: [
      'Its operator configures smtp (docs/operations.md).',
      'The answer to the offer has the message in three languages, to be copied.',
    ],
  });
}
