import { issuanceRefused, type RefreshRequest } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Issuance } from './create-issuance.js';
import { giveTokens, type TokenResponse } from './give-tokens.js';
import { isSameHash } from './issuance-secrets.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { type DpopRequest, proveTokenKey } from './prove-token-key.js';

/**
 * Turns a refresh token into another access token and another refresh token (RFC 6749 §6), so that a wallet can fetch a
 * certificate as it is now. Each is good once. One that comes again was copied, and nobody knows by whom it comes now:
 * the session ends (RFC 9700 §4.14.2). One that is bound to a key counts only with a proof of that key.
 * @returns the refusal, not thrown: what is thrown would take the end of the session back with it
 */
export async function refreshSession(
  issuance: Issuance,
  manager: EntityManager,
  { refreshToken }: RefreshRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse | Error> {
  const { secrets, clock } = issuance;
  const [family = ''] = refreshToken.split('.');
  const row = await manager.findOneBy(issuanceSessionTable, { refreshFamily: secrets.hash(family) });
  if (row === null || row.state !== 'redeemed') return unknown();
  const { refreshHash, refreshExpiresAt, certificateId } = row;
  if (refreshHash === null || refreshExpiresAt === null || refreshExpiresAt <= clock().toISOString()) {
    return unknown();
  }
  const tokenKey = dpop === undefined ? null : await proveTokenKey(issuance, manager, dpop);
  if (row.tokenKey !== null && row.tokenKey !== tokenKey) {
    return issuanceRefused('invalid_grant', 'The refresh token is bound to a key: send a DPoP proof by it.');
  }
  if (!isSameHash(secrets.hash(refreshToken), refreshHash)) {
    await endSession(manager, row);
    return issuanceRefused(
      'invalid_grant',
      'The refresh token was used before. All tokens of this offer are void: ask for another offer.',
    );
  }
  if ((await findCertificate(manager, certificateId)).status === 'revoked') {
    await endSession(manager, row);
    return issuanceRefused('invalid_grant', 'The certificate was revoked.');
  }
  return giveTokens(issuance, manager, row, { tokenKey, family });
}

function endSession(manager: EntityManager, { id }: IssuanceSessionRow): Promise<unknown> {
  const nothing = { tokenHash: null, tokenExpiresAt: null, refreshHash: null, refreshExpiresAt: null };
  return manager.update(issuanceSessionTable, { id }, { state: 'ended', ...nothing });
}

function unknown(): Error {
  return issuanceRefused('invalid_grant', 'The refresh token is unknown, or has expired.');
}
