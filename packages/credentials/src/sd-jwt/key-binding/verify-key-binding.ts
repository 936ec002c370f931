import { EslabonError } from '@eslabon/core';
import type { JoseKey } from '../../crypto/jose-key.js';
import { joseKeyFromJwk } from '../../crypto/jose-key-from-jwk.js';
import type { JoseVerifier } from '../../crypto/verify-signature.js';
import { isRecord } from '../../json/is-record.js';
import type { SdJwt } from '../sd-jwt.js';

/** What a verifier asked the holder for. */
export interface KeyBindingDemand {
  /** The verifier, as it named itself. */
  audience: string;
  nonce: string;
  /** Unix seconds. */
  now: number;
  /** How old the proof may be, in seconds; 300 unless given. */
  maxAge?: number;
  /** How far clocks may differ, in seconds; 60 unless given. */
  skew?: number;
}

/**
 * Verifies that the holder of the key that the issuer confirmed (`cnf`) made the key binding JWT for this verifier,
 * this challenge and these disclosures, just now (RFC 9901 §7.3).
 * @param claims the payload as revealed, verified already.
 * @returns the holder's key.
 * @throws EslabonError CREDENTIAL_KEY_BINDING, KEY_UNSUPPORTED
 */
export function verifyKeyBinding(
  { keyBinding: proof }: Pick<SdJwt, 'keyBinding'>,
  claims: Record<string, unknown>,
  demand: KeyBindingDemand,
  verify: JoseVerifier,
): JoseKey {
  const { audience, nonce, now, maxAge = 300, skew = 60 } = demand;
  if (proof === undefined) throw unbound('The holder did not prove possession of a key.');
  const key = confirmedKey(claims);
  const { header, signingInput, signature } = proof.jws;
  if (header.alg !== key.algorithm || !verify(key, signingInput, signature)) {
    throw unbound('The key binding JWT is not signed by the key that the issuer confirmed (cnf).');
  }
  if (proof.audience !== audience) {
    throw unbound(`The key binding JWT is for “${proof.audience.slice(0, 80)}” (aud).`);
  }
  if (proof.nonce !== nonce) throw unbound('The key binding JWT answers another challenge (nonce).');
  if (proof.issuedAt > now + skew || proof.issuedAt < now - maxAge - skew) {
    throw unbound(`The key binding JWT was not made just now but at ${proof.issuedAt} (iat).`);
  }
  return key;
}

/** The holder's key that the issuer put into the token. @throws EslabonError CREDENTIAL_KEY_BINDING, KEY_UNSUPPORTED */
function confirmedKey({ cnf }: Record<string, unknown>): JoseKey {
  if (!isRecord(cnf) || !isRecord(cnf.jwk))
    throw unbound('The issuer confirmed no key of the holder (cnf.jwk).');
  return joseKeyFromJwk(cnf.jwk);
}

function unbound(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_KEY_BINDING', message, {
    hints: ['Ask the holder to present the credential again, with the audience and nonce of this request.'],
  });
}
