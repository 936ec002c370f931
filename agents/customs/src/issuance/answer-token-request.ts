import { issuanceRefused, type TokenRequest } from '@eslabon/exchange';
import type { Issuance } from './create-issuance.js';
import type { TokenResponse } from './give-tokens.js';
import type { DpopRequest } from './prove-token-key.js';
import { redeemCode } from './redeem-code.js';
import { refreshSession } from './refresh-session.js';

/**
 * The token endpoint (OpenID4VCI 1.0 §6, RFC 6749 §6).
 * @throws EslabonError ISSUANCE_REFUSED with invalid_grant or invalid_dpop_proof
 */
export async function answerTokenRequest(
  issuance: Issuance,
  request: TokenRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse> {
  if (dpop === undefined && issuance.settings.dpop === 'required') {
    throw issuanceRefused('invalid_dpop_proof', 'Access tokens are bound to a key here: send a DPoP proof.');
  }
  // Returned, not thrown: what is thrown would take back what a refusal leaves behind.
  const result = await issuance.database.transaction((manager) =>
    request.grant === 'refresh_token'
      ? refreshSession(issuance, manager, request, dpop)
      : redeemCode(issuance, manager, request, dpop),
  );
  if (result instanceof Error) throw result;
  return result;
}
