import {
  formatDidJwk,
  type PublicKey,
  parseDidJwk,
  publicKeyFromJwk,
  type SignatureVerifier,
  verifySignature,
} from '@eslabon/credentials';
import { clockSkew } from '../configurations.js';
import { issuanceRefused } from '../issuance-refused.js';
import { openProof } from './open-proof.js';

export interface KeyProofOptions {
  /** Credential Issuer Identifier, for whom the proof has to be. */
  issuer: string;
  /** Unix seconds. */
  now: number;
  /** For how many seconds after it was made a proof counts. */
  maxAge: number;
  verify?: SignatureVerifier;
}

/** A proof that holds, but for its nonce: whether that is one of ours and unused is for the caller to say. */
export interface KeyProof {
  /** The holder: the did:jwk that the proof names, or that of the key which it carries. */
  holder: string;
  key: PublicKey;
  nonce: string;
}

/**
 * Verifies a key proof of the type `jwt` (OpenID4VCI 1.0 appendix F.1, F.4).
 * @throws EslabonError ISSUANCE_REFUSED with invalid_proof
 */
export function verifyKeyProof(token: string, options: KeyProofOptions): KeyProof {
  const { issuer, now, maxAge, verify = verifySignature } = options;
  let holder = '';
  const { claims, key } = openProof(token, {
    typ: 'openid4vci-proof+jwt',
    error: 'invalid_proof',
    keyOf: (header) => {
      const named = holderOf(header);
      holder = named.holder;
      return named.key;
    },
    verify,
  });
  const refuse = (sentence: string) => issuanceRefused('invalid_proof', sentence);
  const { aud, iat, nonce } = claims;
  if (aud !== issuer) throw refuse(`The proof is for another audience than ${issuer} (aud).`);
  if (typeof iat !== 'number' || !Number.isFinite(iat))
    throw refuse('The proof does not say when it was made (iat).');
  if (iat > now + clockSkew)
    throw refuse('The proof was made in the future (iat): set the clock of the wallet.');
  if (iat < now - maxAge - clockSkew) throw refuse('The proof is too old (iat): make a new one.');
  if (typeof nonce !== 'string' || nonce === '')
    throw refuse('The proof has no nonce; get one at the nonce endpoint.');
  return { holder, key, nonce };
}

/** The header names exactly one key: itself (`jwk`), or the did:jwk that is it (`kid`). */
function holderOf({ jwk, kid, x5c, trust_chain: chain }: Record<string, unknown>): {
  holder: string;
  key: PublicKey;
} {
  const given = [jwk, kid, x5c, chain].filter((member) => member !== undefined);
  if (given.length !== 1) throw new TypeError('Its header has to have exactly one of jwk and kid.');
  if (jwk !== undefined) {
    const key = publicKeyFromJwk(jwk);
    return { holder: formatDidJwk(key), key };
  }
  const [, did] = /^(did:jwk:[\w-]+)#0$/.exec(typeof kid === 'string' ? kid : '') ?? [];
  if (did === undefined)
    throw new TypeError('Give the key as a jwk, or as the kid of a did:jwk (did:jwk:...#0).');
  return { holder: did, key: parseDidJwk(did) };
}
