import { issuanceRefused, type RefreshRequest } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Issuance } from './create-issuance.js';
import { giveTokens, type TokenResponse } from './give-tokens.js';
import { isSameHash } from './issuance-secrets.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { type DpopRequest, proveTokenKey } from './prove-token-key.js';
import { useLimited } from './use-limited.js';

const day = 86_400_000;

/**
 * Turns a refresh token into another access token (RFC 6749 §6), so that a wallet can fetch a certificate as it is now,
 * so often a day and no oftener. How a copied one is kept from being used depends (RFC 9700 §4.14.2):
 * - One that is bound to a key counts only with a proof of that key, and stays the same.
 * - Any other is good once, and the answer has the next. One that comes again was copied, and nobody knows by whom it
 *   comes now: the session ends. A proof of a key binds no later token of it, for it may be the proof of the copier.
 * @returns the refusal, not thrown: what is thrown would take the end of the session back with it
 */
export async function refreshSession(
  issuance: Issuance,
  manager: EntityManager,
  { refreshToken }: RefreshRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse | Error> {
  const { secrets, clock, settings } = issuance;
  // Without a next token, one of the time when there were some would be good again and again.
  if (settings.refreshDays === 0) return unknown();
  const [family = ''] = refreshToken.split('.');
  const row = await manager.findOneBy(issuanceSessionTable, { refreshFamily: secrets.hash(family) });
  if (row === null || row.state !== 'redeemed') return unknown();
  const { refreshHash, refreshExpiresAt, certificateId } = row;
  if (refreshHash === null || refreshExpiresAt === null || refreshExpiresAt <= clock().toISOString()) {
    return unknown();
  }
  const { tokenKey } = row;
  const proven = dpop === undefined ? null : await proveTokenKey(issuance, manager, dpop);
  if (tokenKey !== null && tokenKey !== proven) {
    return issuanceRefused('invalid_grant', 'The refresh token is bound to a key: send a DPoP proof by it.');
  }
  if (tokenKey === null && settings.dpop === 'required') {
    return issuanceRefused(
      'invalid_grant',
      'The refresh token is of a time when tokens needed no key here: ask for another offer.',
    );
  }
  if (!isSameHash(secrets.hash(refreshToken), refreshHash)) {
    // With the proof it is the wallet itself, with a token of before.
    if (tokenKey !== null) return unknown();
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
  const until = new Date(clock().getTime() + day);
  const limit = settings.refreshesPerDay;
  const again = await useLimited(issuance, manager, { what: `refresh ${row.id}`, limit, until });
  if (again !== undefined) {
    return issuanceRefused(
      'slow_down',
      `The certificate was fetched ${limit} times within a day, and no wallet may oftener: again after ${again}.`,
    );
  }
  return giveTokens(issuance, manager, row, {
    tokenKey,
    ...(tokenKey === null ? { family } : { refreshToken }),
  });
}

function endSession(manager: EntityManager, { id }: IssuanceSessionRow): Promise<unknown> {
  const nothing = { tokenHash: null, tokenExpiresAt: null, refreshHash: null, refreshExpiresAt: null };
  return manager.update(issuanceSessionTable, { id }, { state: 'ended', ...nothing });
}

function unknown(): Error {
  return issuanceRefused('invalid_grant', 'The refresh token is unknown, or has expired.');
}
