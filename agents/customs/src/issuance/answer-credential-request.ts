import { nativeVerifySignature } from '@eslabon/credentials/native';
import {
  type RequestBody,
  type ResponseEncryption,
  readCredentialRequest,
  verifyKeyProof,
} from '@eslabon/exchange';
import { unixSeconds } from '../platform/clock.js';
import type { Issuance } from './create-issuance.js';
import { demandSession, type TokenPresentation } from './demand-session.js';
import { type CredentialResponse, grantCredential } from './grant-credential.js';
import { useNonce } from './use-once.js';

export interface CredentialAnswer {
  response: CredentialResponse;
  /** How the wallet wants it encrypted. */
  encryption: ResponseEncryption | undefined;
}

/**
 * The credential endpoint (OpenID4VCI 1.0 §8): token first, then the request, then the proof, and its nonce last, so
 * that a wallet whose request was refused may use the nonce in the next.
 * @throws EslabonError ISSUANCE_REFUSED with the codes of §8.3.1
 */
export function answerCredentialRequest(
  issuance: Issuance,
  presentation: TokenPresentation,
  readBody: () => Promise<RequestBody>,
): Promise<CredentialAnswer> {
  const { database, settings, issuer, clock } = issuance;
  return database.transaction(async (manager) => {
    const session = await demandSession(issuance, manager, presentation);
    const request = readCredentialRequest(await readBody(), settings.configurations);
    const { configuration, proof, encryption } = request;
    const { holder, nonce } = verifyKeyProof(proof, {
      ...{ issuer, now: unixSeconds(clock()), maxAge: settings.nonceSeconds },
      verify: nativeVerifySignature,
    });
    await useNonce(issuance, manager, nonce);
    const response = await grantCredential(issuance, manager, session, { configuration, holder });
    return { response, encryption };
  });
}
