import { nativeVerifySignature } from '@eslabon/credentials/native';
import { clockSkew, issuanceRefused, verifyDpopProof } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import { unixSeconds } from '../platform/clock.js';
import type { Issuance } from './create-issuance.js';
import { useOnce } from './use-once.js';

export interface DpopRequest {
  /** The header. */
  proof: string;
  url: string;
  accessToken?: string;
}

/**
 * Verifies a DPoP proof, and sees that it was not seen before.
 * @returns the thumbprint of its key
 * @throws EslabonError ISSUANCE_REFUSED with invalid_dpop_proof
 */
export async function proveTokenKey(
  { secrets, settings, clock }: Issuance,
  manager: EntityManager,
  { proof, url, accessToken }: DpopRequest,
): Promise<string> {
  const now = unixSeconds(clock());
  const { thumbprint, jti } = verifyDpopProof(proof, {
    ...{ method: 'POST', url, now, maxAge: settings.nonceSeconds, verify: nativeVerifySignature },
    ...(accessToken !== undefined && { accessToken }),
  });
  // Until the oldest and the youngest that count are too old.
  const until = now + settings.nonceSeconds + 2 * clockSkew + 1;
  if (await useOnce(manager, secrets.hash(`dpop ${thumbprint} ${jti}`), until)) return thumbprint;
  throw issuanceRefused('invalid_dpop_proof', 'The DPoP proof was used before.');
}
