import { ed25519 } from '@noble/curves/ed25519.js';
import { ecdsaCurves, fieldBytes } from './curves.js';
import type { JoseKey } from './jose-key.js';
import { signatureBytes } from './jose-key.js';
import type { PublicKey } from './public-key.js';

/** Answers whether `signature` over `data` is the key's. Faster natives may be put in its place. */
export type SignatureVerifier = (key: PublicKey, data: Uint8Array, signature: Uint8Array) => boolean;

/** The same for every algorithm that is known here. */
export type JoseVerifier = (key: JoseKey, data: Uint8Array, signature: Uint8Array) => boolean;

/**
 * Verifies a JWS signature in plain JavaScript. ECDSA: r‖s over SHA-256 (ES256, ES256K), SHA-384 (ES384) or SHA-512
 * (ES512), where a high s is accepted (RFC 7518 §3.4 does not forbid it); EdDSA: Ed25519 with the strict decoding of
 * RFC 8032 §5.1.7. Never throws: whatever is malformed is simply not a signature.
 */
export const verifySignature: JoseVerifier = (key, data, signature) => {
  if (signature.length !== signatureBytes[key.algorithm]) return false;
  try {
    if (key.algorithm === 'EdDSA') return ed25519.verify(signature, data, key.bytes, { zip215: false });
    if (key.bytes.length !== fieldBytes[key.algorithm] + 1) return false;
    return ecdsaCurves[key.algorithm].verify(signature, data, key.bytes, {
      format: 'compact',
      lowS: false,
      prehash: true,
    });
  } catch {
    return false;
  }
};
