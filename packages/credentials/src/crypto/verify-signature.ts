import { ed25519 } from '@noble/curves/ed25519.js';
import { ecdsaCurves } from './curves.js';
import type { PublicKey } from './public-key.js';

/** Answers whether `signature` over `data` is the key's. Faster natives may be put in its place. */
export type SignatureVerifier = (key: PublicKey, data: Uint8Array, signature: Uint8Array) => boolean;

/**
 * Verifies a JWS signature in plain JavaScript. ES256 and ES256K: 64 bytes r‖s over SHA-256, where a high s is
 * accepted (RFC 7518 §3.4 does not forbid it); EdDSA: Ed25519 with the strict decoding of RFC 8032 §5.1.7.
 * Never throws: whatever is malformed is simply not a signature.
 */
export const verifySignature: SignatureVerifier = (key, data, signature) => {
  if (signature.length !== 64) return false;
  try {
    if (key.algorithm === 'EdDSA') return ed25519.verify(signature, data, key.bytes, { zip215: false });
    if (key.bytes.length !== 33) return false;
    return ecdsaCurves[key.algorithm].verify(signature, data, key.bytes, {
      format: 'compact',
      lowS: false,
      prehash: true,
    });
  } catch {
    return false;
  }
};
