import { issuanceRefused, type TokenRequest } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import type { Issuance } from './create-issuance.js';
import { isSameHash } from './issuance-secrets.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { type DpopRequest, proveTokenKey } from './prove-token-key.js';

export interface TokenResponse {
  access_token: string;
  token_type: 'Bearer' | 'DPoP';
  expires_in: number;
}

/**
 * Turns the code of an offer into an access token, once. A wrong transaction code is counted even though the request is
 * refused: after as many as the configuration allows, the offer is void.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_grant or invalid_dpop_proof
 */
export async function redeemCode(
  issuance: Issuance,
  request: TokenRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse> {
  const { settings } = issuance;
  if (dpop === undefined && settings.dpop === 'required') {
    throw issuanceRefused('invalid_dpop_proof', 'Access tokens are bound to a key here: send a DPoP proof.');
  }
  // Returned, not thrown: what is thrown would take the count back with it.
  const result = await issuance.database.transaction((manager) => redeem(issuance, manager, request, dpop));
  if (result instanceof Error) throw result;
  return result;
}

async function redeem(
  issuance: Issuance,
  manager: EntityManager,
  { code, txCode }: TokenRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse | Error> {
  const { settings, secrets, clock } = issuance;
  const now = clock();
  const row = await manager.findOneBy(issuanceSessionTable, { codeHash: secrets.hash(code) });
  if (row === null || row.state === 'redeemed' || row.expiresAt <= now.toISOString()) {
    return issuanceRefused('invalid_grant', 'The code of the offer is unknown, was used, or has expired.');
  }
  if (row.state === 'void') return tooMany();
  if (!isSameHash(row.txCodeHash, secrets.txCodeHash(row.id, txCode))) return countWrongCode(manager, row);
  const tokenKey = dpop === undefined ? null : await proveTokenKey(issuance, manager, dpop);
  const token = secrets.random();
  const tokenExpiresAt = new Date(now.getTime() + settings.tokenSeconds * 1000).toISOString();
  await manager.update(
    issuanceSessionTable,
    { id: row.id },
    { state: 'redeemed', tokenHash: secrets.hash(token), tokenKey, tokenExpiresAt },
  );
  return {
    access_token: token,
    token_type: tokenKey === null ? 'Bearer' : 'DPoP',
    expires_in: settings.tokenSeconds,
  };
}

async function countWrongCode(manager: EntityManager, { id, attempts }: IssuanceSessionRow): Promise<Error> {
  const left = attempts - 1;
  await manager.update(issuanceSessionTable, { id }, { attempts: left, ...(left <= 0 && { state: 'void' }) });
  if (left <= 0) return tooMany();
  return issuanceRefused(
    'invalid_grant',
    `The transaction code is wrong; ${left} more of them make the offer void.`,
  );
}

function tooMany(): Error {
  return issuanceRefused(
    'invalid_grant',
    'The offer is void after too many wrong transaction codes: ask the customs authority for another one.',
  );
}
