import { publicKeyFromJwk, type SignatureVerifier, verifySignature } from '@eslabon/credentials';
import { clockSkew } from '../configurations.js';
import { issuanceRefused } from '../issuance-refused.js';
import { openProof } from '../proof/open-proof.js';
import { accessTokenHash } from './access-token-hash.js';
import { jwkThumbprint } from './jwk-thumbprint.js';

export interface DpopOptions {
  method: string;
  /** URL of the request, without query. */
  url: string;
  /** Unix seconds. */
  now: number;
  /** For how many seconds after it was made a proof counts. */
  maxAge: number;
  /** The access token that comes with the request, unless it asks for one. */
  accessToken?: string;
  verify?: SignatureVerifier;
}

/** A proof that holds, unless it was seen before: that is for the caller to say. */
export interface DpopProof {
  /** Thumbprint of the key (RFC 7638). */
  thumbprint: string;
  jti: string;
}

/**
 * Verifies a DPoP proof (RFC 9449 §4.3).
 * @throws EslabonError ISSUANCE_REFUSED with invalid_dpop_proof
 */
export function verifyDpopProof(token: string, options: DpopOptions): DpopProof {
  const { method, url, now, maxAge, accessToken, verify = verifySignature } = options;
  const { claims, key } = openProof(token, {
    typ: 'dpop+jwt',
    error: 'invalid_dpop_proof',
    keyOf: ({ jwk }) => publicKeyFromJwk(jwk),
    verify,
  });
  const refuse = (sentence: string) => issuanceRefused('invalid_dpop_proof', sentence);
  const { jti, htm, htu, iat, ath } = claims;
  if (typeof jti !== 'string' || jti === '' || jti.length > 512) throw refuse('The DPoP proof has no jti.');
  if (htm !== method) throw refuse('The DPoP proof is for another method (htm).');
  if (withoutQuery(htu) !== url) throw refuse('The DPoP proof is for another address (htu).');
  if (typeof iat !== 'number' || iat > now + clockSkew || !(iat >= now - maxAge - clockSkew)) {
    throw refuse('The DPoP proof was not made just now (iat).');
  }
  if (accessToken !== undefined && ath !== accessTokenHash(accessToken)) {
    throw refuse('The DPoP proof is for another access token (ath).');
  }
  return { thumbprint: jwkThumbprint(key), jti };
}

function withoutQuery(htu: unknown): string | undefined {
  if (typeof htu !== 'string' || !URL.canParse(htu)) return undefined;
  const { origin, pathname } = new URL(htu);
  return `${origin}${pathname}`;
}
