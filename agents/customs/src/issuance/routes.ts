import type { Handlers } from '../platform/http/handler.js';
import { demandIssuance, type Issuance } from './create-issuance.js';
import { createOffer } from './create-offer.js';

/** What officers do; wallets use the interface of the standard (`mountIssuance`). */
export function issuanceRoutes(issuance: Issuance | undefined) {
  return {
    createOffer: async ({ params }, caller) => createOffer(demandIssuance(issuance), params.id, caller),
  } satisfies Partial<Handlers>;
}
