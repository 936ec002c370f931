import { issuanceRefused, readDeferredRequest } from '@eslabon/exchange';
import type { Issuance } from './create-issuance.js';
import { demandSession, type TokenPresentation } from './demand-session.js';
import { type CredentialResponse, grantCredential } from './grant-credential.js';
import { issuanceGrantTable } from './issuance-tables.js';

/**
 * The deferred credential endpoint (OpenID4VCI 1.0 §9). The key was proven when the credential was asked for.
 * @throws EslabonError ISSUANCE_REFUSED with the codes of §9.3
 */
export function answerDeferredRequest(
  issuance: Issuance,
  presentation: TokenPresentation,
  readBody: () => unknown,
): Promise<CredentialResponse> {
  return issuance.database.transaction(async (manager) => {
    const session = await demandSession(issuance, manager, presentation);
    const transactionHash = issuance.secrets.hash(readDeferredRequest(readBody()));
    const grant = await manager.findOneBy(issuanceGrantTable, { transactionHash, sessionId: session.id });
    if (grant === null) {
      throw issuanceRefused(
        'invalid_transaction_id',
        'The transaction id is unknown, or its credential was given out.',
      );
    }
    return grantCredential(issuance, manager, session, grant);
  });
}
