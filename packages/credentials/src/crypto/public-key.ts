/** JWS algorithms that an authority or a holder may use (RFC 7518, RFC 8812, RFC 8037). */
export const signatureAlgorithms = ['ES256', 'ES256K', 'EdDSA'] as const;

export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

/** A public key that names the one algorithm it may be used with. */
export interface PublicKey {
  algorithm: SignatureAlgorithm;
  /** ES256 and ES256K: compressed SEC 1 point, 33 bytes. EdDSA: Ed25519 key, 32 bytes. */
  bytes: Uint8Array;
}

/** True for a string that names a supported algorithm. */
export function isSignatureAlgorithm(value: unknown): value is SignatureAlgorithm {
  return (signatureAlgorithms as readonly unknown[]).includes(value);
}
