import { issuanceRefused, readAccessToken } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import type { Issuance } from './create-issuance.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';
import { proveTokenKey } from './prove-token-key.js';

/** The parts of a request by which a wallet shows its access token. */
export interface TokenPresentation {
  authorization: string | undefined;
  dpop: string | undefined;
  /** Names of the parameters in the address. */
  query: readonly string[];
  /** Address of the endpoint. */
  url: string;
}

/**
 * The session that the access token of a request belongs to.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_token, invalid_request or invalid_dpop_proof
 */
export async function demandSession(
  issuance: Issuance,
  manager: EntityManager,
  { authorization, dpop, query, url }: TokenPresentation,
): Promise<IssuanceSessionRow> {
  const { secrets, clock } = issuance;
  const presented = readAccessToken(authorization, query);
  if (presented === undefined) {
    throw issuanceRefused('invalid_token', 'This needs the access token that the token endpoint gave.');
  }
  const { scheme, token } = presented;
  const row = await manager.findOneBy(issuanceSessionTable, { tokenHash: secrets.hash(token) });
  if (row === null || (row.tokenExpiresAt as string) <= clock().toISOString()) {
    throw issuanceRefused('invalid_token', 'The access token is unknown or has expired.');
  }
  if ((row.tokenKey === null) !== (scheme === 'Bearer')) {
    const due = row.tokenKey === null ? 'Bearer' : 'DPoP';
    throw issuanceRefused('invalid_token', `The access token has to be sent as ${due}.`);
  }
  if (row.tokenKey === null) return row;
  if (dpop === undefined)
    throw issuanceRefused('invalid_token', 'The access token is bound to a key: send a DPoP proof.');
  const thumbprint = await proveTokenKey(issuance, manager, { proof: dpop, url, accessToken: token });
  if (thumbprint === row.tokenKey) return row;
  throw issuanceRefused(
    'invalid_token',
    'The access token is bound to another key than that of the DPoP proof.',
  );
}
