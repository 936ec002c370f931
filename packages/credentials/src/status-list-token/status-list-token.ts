import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { TokenStatusList } from '../status-list/token-status-list.js';

/** Type of a Token Status List in a JWT (draft-ietf-oauth-status-list §5.1). */
export const statusListMediaType = 'application/statuslist+jwt';

/** A `statuslist+jwt` taken apart. Nothing in it is trusted before the signature is verified. */
export interface StatusListToken {
  /** The URI that the token was got from, and that credentials name. */
  subject: string;
  issuer?: string;
  /** Unix seconds. */
  issuedAt: number;
  expiresAt?: number;
  /** How many seconds it may be kept before it is got again. */
  ttl?: number;
  list: TokenStatusList;
  /** All claims, with those that are not the standard's. */
  claims: Record<string, unknown>;
  algorithm: JoseAlgorithm;
  kid?: string;
  signingInput: Uint8Array;
  signature: Uint8Array;
}
