import { type CodeRequest, issuanceRefused } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import type { Issuance } from './create-issuance.js';
import { giveTokens, type TokenResponse } from './give-tokens.js';
import { isSameHash } from './issuance-secrets.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { type DpopRequest, proveTokenKey } from './prove-token-key.js';

/**
 * Turns the code of an offer into an access token, once. A wrong transaction code is counted even though the request is
 * refused: after as many as the configuration allows, the offer is void.
 * @returns the refusal, not thrown: what is thrown would take the count back with it
 */
export async function redeemCode(
  issuance: Issuance,
  manager: EntityManager,
  { code, txCode }: CodeRequest,
  dpop: DpopRequest | undefined,
): Promise<TokenResponse | Error> {
  const { secrets, clock } = issuance;
  const row = await manager.findOneBy(issuanceSessionTable, { codeHash: secrets.hash(code) });
  if (row?.state === 'void') return tooMany();
  if (row === null || row.state !== 'open' || row.expiresAt <= clock().toISOString()) {
    return issuanceRefused(
      'invalid_grant',
      'The code of the offer is unknown, was used or withdrawn, or has expired.',
    );
  }
  if (!isSameHash(row.txCodeHash, secrets.txCodeHash(row.id, txCode))) return countWrongCode(manager, row);
  const tokenKey = dpop === undefined ? null : await proveTokenKey(issuance, manager, dpop);
  return giveTokens(issuance, manager, row, { tokenKey });
}

async function countWrongCode(manager: EntityManager, { id, attempts }: IssuanceSessionRow): Promise<Error> {
  const left = attempts - 1;
  await manager.update(issuanceSessionTable, { id }, { attempts: left, ...(left <= 0 && { state: 'void' }) });
  if (left <= 0) return tooMany();
  return issuanceRefused(
    'invalid_grant',
    `The transaction code is wrong; ${left} more ${left === 1 ? 'makes' : 'make'} the offer void.`,
  );
}

function tooMany(): Error {
  return issuanceRefused(
    'invalid_grant',
    'The offer is void after too many wrong transaction codes: ask the customs authority for another one.',
  );
}
