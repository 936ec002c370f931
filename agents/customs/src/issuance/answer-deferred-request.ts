import { issuanceRefused, type RequestBody, readDeferredRequest } from '@eslabon/exchange';
import type { CredentialAnswer } from './answer-credential-request.js';
import type { Issuance } from './create-issuance.js';
import { demandSession, type TokenPresentation } from './demand-session.js';
import { grantCredential } from './grant-credential.js';
import { issuanceGrantTable } from './issuance-tables.js';

/**
 * The deferred credential endpoint (OpenID4VCI 1.0 §9). The key was proven when the credential was asked for.
 * @throws EslabonError ISSUANCE_REFUSED with the codes of §9.3
 */
export function answerDeferredRequest(
  issuance: Issuance,
  presentation: TokenPresentation,
  readBody: () => Promise<RequestBody>,
): Promise<CredentialAnswer> {
  return issuance.database.transaction(async (manager) => {
    const session = await demandSession(issuance, manager, presentation);
    const { transactionId, encryption } = readDeferredRequest(await readBody());
    const transactionHash = issuance.secrets.hash(transactionId);
    const grant = await manager.findOneBy(issuanceGrantTable, { transactionHash, sessionId: session.id });
    if (grant === null) {
      throw issuanceRefused(
        'invalid_transaction_id',
        'The transaction id is unknown, or its credential was given out.',
      );
    }
    const { configuration, batch } = grant;
    const waiting = await manager.findBy(issuanceGrantTable, { batch });
    const holders = waiting.map(({ holder }) => holder);
    const wanted = { configuration, holders, transactionId };
    const response = await grantCredential(issuance, manager, session, wanted);
    return { response, encryption };
  });
}
