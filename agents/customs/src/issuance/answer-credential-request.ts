import { nativeVerifySignature } from '@eslabon/credentials/native';
import {
  issuanceRefused,
  jwkThumbprint,
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
  const { database, settings } = issuance;
  return database.transaction(async (manager) => {
    const session = await demandSession(issuance, manager, presentation);
    const request = readCredentialRequest(await readBody(), settings.configurations, settings.batchSize);
    const { configuration, proofs, encryption } = request;
    const { holders, nonces } = readProofs(issuance, proofs);
    for (const nonce of nonces) await useNonce(issuance, manager, nonce);
    const response = await grantCredential(issuance, manager, session, { configuration, holders });
    return { response, encryption };
  });
}

/** Copies of a credential under one key would be one copy. A nonce may stand in several proofs of one request. */
function readProofs({ settings, issuer, clock }: Issuance, proofs: readonly string[]) {
  const now = unixSeconds(clock());
  const options = { issuer, now, maxAge: settings.nonceSeconds, verify: nativeVerifySignature };
  const read = proofs.map((proof) => verifyKeyProof(proof, options));
  if (new Set(read.map(({ key }) => jwkThumbprint(key))).size < read.length) {
    throw issuanceRefused('invalid_proof', 'Two proofs are of one key: each copy is for a key of its own.');
  }
  return { holders: read.map(({ holder }) => holder), nonces: new Set(read.map(({ nonce }) => nonce)) };
}
