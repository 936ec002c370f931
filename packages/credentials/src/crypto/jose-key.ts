/** Signature algorithms of JOSE and COSE that are known here (RFC 7518 §3.4, RFC 8812 §3.2, RFC 8037 §3.1). */
export const joseAlgorithms = ['ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'] as const;

export type JoseAlgorithm = (typeof joseAlgorithms)[number];

/**
 * A public key that names the one algorithm it may be used with. The keys of authorities and holders of AEO
 * certificates are the narrower `PublicKey`.
 */
export interface JoseKey {
  algorithm: JoseAlgorithm;
  /** ECDSA: compressed SEC 1 point (ES256 and ES256K 33 bytes, ES384 49, ES512 67). EdDSA: Ed25519 key, 32 bytes. */
  bytes: Uint8Array;
}

/** Bytes of a signature: ECDSA r‖s, EdDSA as RFC 8032 has it. */
export const signatureBytes: Readonly<Record<JoseAlgorithm, number>> = {
  ES256: 64,
  ES384: 96,
  ES512: 132,
  ES256K: 64,
  EdDSA: 64,
};
