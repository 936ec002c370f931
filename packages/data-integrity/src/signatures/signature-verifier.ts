import type { SuiteKey } from '../keys/suite-key.js';

/**
 * Answers whether `signature` over `data` is the key's: r‖s over SHA-256 for ES256 (64 bytes), r‖s over SHA-384 for
 * ES384 (96 bytes), Ed25519 for EdDSA (64 bytes).
 */
export type SignatureVerifier = (
  key: SuiteKey,
  data: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;
