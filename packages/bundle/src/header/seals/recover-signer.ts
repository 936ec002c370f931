import type { Address } from '@eslabon/core';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { toHex } from '../../bytes/hex.js';
import { keccak256 } from '../../hash/keccak256.js';

/**
 * Answers whose signature `r(32) ‖ s(32) ‖ v(1)` over the 32-byte hash this is, undefined when it is nobody's. Faster
 * natives may be put in the place of {@link recoverSigner}; they are asked with v 0 or 1 and a low s only.
 */
export type SignerRecovery = (hash: Uint8Array, seal: Uint8Array) => Address | undefined;

/** Recovers the address of a secp256k1 key from its signature, in plain JavaScript. */
export const recoverSigner: SignerRecovery = (hash, seal) => {
  try {
    const signature = secp256k1.Signature.fromBytes(seal.subarray(0, 64), 'compact').addRecoveryBit(
      seal[64] ?? -1,
    );
    const point = signature.recoverPublicKey(hash).toBytes(false);
    return toHex(keccak256(point.subarray(1)).subarray(12));
  } catch {
    return undefined;
  }
};
