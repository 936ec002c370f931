import type { EntityManager } from 'typeorm';
import type { Issuance } from './create-issuance.js';
import { type IssuanceSessionRow, issuanceSessionTable } from './issuance-tables.js';

export interface TokenResponse {
  access_token: string;
  token_type: 'Bearer' | 'DPoP';
  expires_in: number;
  refresh_token?: string;
}

export interface TokenBinding {
  /** Thumbprint of the key that the tokens are bound to. */
  tokenKey: string | null;
  /** What the refresh tokens of the session begin with; a new one unless given. */
  family?: string;
  /** The one that stays good; a new one unless given. */
  refreshToken?: string;
}

const day = 86_400_000;

/**
 * Gives a session a new access token, and a refresh token where the configuration has them. No others are good any
 * longer.
 */
export async function giveTokens(
  { settings, secrets, clock }: Issuance,
  manager: EntityManager,
  { id }: Pick<IssuanceSessionRow, 'id'>,
  { tokenKey, family = secrets.random(), refreshToken: kept }: TokenBinding,
): Promise<TokenResponse> {
  const now = clock().getTime();
  const after = (milliseconds: number) => new Date(now + milliseconds).toISOString();
  const token = secrets.random();
  const refreshToken = settings.refreshDays === 0 ? undefined : (kept ?? `${family}.${secrets.random()}`);
  await manager.update(
    issuanceSessionTable,
    { id },
    {
      ...{ state: 'redeemed', tokenHash: secrets.hash(token), tokenKey },
      tokenExpiresAt: after(settings.tokenSeconds * 1000),
      ...(refreshToken !== undefined && {
        refreshFamily: secrets.hash(refreshToken.split('.')[0] as string),
        refreshHash: secrets.hash(refreshToken),
        refreshExpiresAt: after(settings.refreshDays * day),
      }),
    },
  );
  return {
    access_token: token,
    token_type: tokenKey === null ? 'Bearer' : 'DPoP',
    expires_in: settings.tokenSeconds,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  };
}
