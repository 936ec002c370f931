/** Key agreement and content encryption that credential requests and responses may have (RFC 7518 §4.6, §5.3). */
export const encryptionAlgorithm = 'ECDH-ES';

export const contentEncryptions = ['A128GCM', 'A256GCM'] as const;

export type ContentEncryption = (typeof contentEncryptions)[number];

/** The key that wallets encrypt requests to: a public JWK on P-256 with its `kid`. */
export interface RequestEncryptionJwk {
  kty: string;
  crv: string;
  x: string;
  y: string;
  kid: string;
}

/**
 * What issuer metadata says about encryption (OpenID4VCI 1.0 §12.2.4). A request that asks for an encrypted response
 * has to be encrypted itself (§8.2), so that one is not to be had without the other.
 */
export function encryptionMetadata(jwk: RequestEncryptionJwk): object {
  return {
    credential_request_encryption: {
      jwks: { keys: [{ ...jwk, use: 'enc', alg: encryptionAlgorithm }] },
      enc_values_supported: [...contentEncryptions],
      encryption_required: false,
    },
    credential_response_encryption: {
      alg_values_supported: [encryptionAlgorithm],
      enc_values_supported: [...contentEncryptions],
      encryption_required: false,
    },
  };
}
