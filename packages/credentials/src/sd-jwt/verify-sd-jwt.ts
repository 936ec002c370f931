import type { JoseKey } from '../crypto/jose-key.js';
import type { JoseVerifier } from '../crypto/verify-signature.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { requireSigned } from '../securing/require-signed.js';
import type { KeyBindingDemand } from './key-binding/verify-key-binding.js';
import { verifyKeyBinding } from './key-binding/verify-key-binding.js';
import type { RevealedPayload } from './reveal-payload.js';
import { revealPayload } from './reveal-payload.js';
import type { SdJwt } from './sd-jwt.js';

export interface VerifySdJwtOptions {
  /** The issuer's key. */
  key: JoseKey;
  /** Given where the holder must prove possession of a key; otherwise nobody asks who made
   * a key binding JWT, for whom and when. */
  keyBinding?: KeyBindingDemand;
  verify?: JoseVerifier;
}

export interface VerifiedSdJwt extends RevealedPayload {
  /** The holder's key, where possession was demanded and proven. */
  holderKey?: JoseKey;
}

/**
 * Verifies an SD-JWT (RFC 9901 §7): signature, disclosures, and where demanded the holder's proof. Says nothing about
 * type, dates or issuer, which are for whoever knows what the token is for.
 * @throws EslabonError CREDENTIAL_SIGNATURE_INVALID, CREDENTIAL_KEY_BINDING, CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE
 */
export function verifySdJwt(sdJwt: SdJwt, options: VerifySdJwtOptions): VerifiedSdJwt {
  const { key, keyBinding, verify = verifySignature } = options;
  const { header, signingInput, signature } = sdJwt.jws;
  requireSigned({ algorithm: header.alg, signingInput, signature }, key, verify);
  const revealed = revealPayload(sdJwt);
  if (keyBinding === undefined) return revealed;
  return { ...revealed, holderKey: verifyKeyBinding(sdJwt, revealed.claims, keyBinding, verify) };
}
