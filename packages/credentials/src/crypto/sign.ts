/**
 * Makes a JWS signature over the bytes: for ES256 and ES256K r‖s (64 bytes) over their SHA-256, for EdDSA 64 bytes of
 * Ed25519. The key stays with whoever provides the function.
 */
export type Sign = (data: Uint8Array) => Uint8Array | Promise<Uint8Array>;
