import { TroubleError } from '../../trouble/trouble-error.js';
import type { RequestClaims } from '../request/request-schema.js';

type Metadata = NonNullable<RequestClaims['client_metadata']>;

/** Whom an answer is encrypted for. */
export interface EncryptionTarget {
  jwk: { kty: string; kid?: string | undefined };
  enc: 'A128GCM' | 'A256GCM';
}

const curves = ['P-256', 'P-384', 'P-521', 'X25519'];

/**
 * The key that the answer is encrypted to, and how (OpenID4VP 1.0 §8.3): ECDH-ES; AES-128-GCM unless the verifier
 * names others.
 * @throws TroubleError REQUEST_UNSUPPORTED
 */
export function encryptionTarget(metadata: Metadata | undefined): EncryptionTarget {
  const jwk = metadata?.jwks?.keys.find(
    ({ kty, crv = '', use = 'enc', alg = 'ECDH-ES' }) =>
      (kty === 'EC' || kty === 'OKP') && curves.includes(crv) && use === 'enc' && alg === 'ECDH-ES',
  );
  const offered = metadata?.encrypted_response_enc_values_supported ?? ['A128GCM'];
  const enc = (['A256GCM', 'A128GCM'] as const).find((name) => offered.includes(name));
  if (jwk === undefined || enc === undefined) {
    throw new TroubleError(
      'REQUEST_UNSUPPORTED',
      'The answer is to be encrypted, and no key for that is usable.',
    );
  }
  return { jwk, enc };
}
