import type { JoseAlgorithm } from './jose-key.js';

/**
 * Makes a JWS signature over the bytes: for ECDSA r‖s over their digest (ES256 and ES256K SHA-256, ES384 SHA-384,
 * ES512 SHA-512), for EdDSA the 64 bytes of Ed25519. The key stays with whoever provides the function.
 */
export type Sign = (data: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A key that signs: the same `Sign`, with the algorithm it signs by and the name it is looked up under. */
export interface Signer {
  algorithm: JoseAlgorithm;
  /** DID URL, or another name of exactly one key. */
  kid?: string;
  sign: Sign;
}
