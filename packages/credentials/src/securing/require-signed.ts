import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm, JoseKey } from '../crypto/jose-key.js';
import type { JoseVerifier } from '../crypto/verify-signature.js';

export interface SignedBytes {
  /** The algorithm that the token names. */
  algorithm: JoseAlgorithm;
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/**
 * Passes when the key signed the bytes. A token cannot choose the algorithm: it must name the one that the key is for.
 * @throws EslabonError CREDENTIAL_SIGNATURE_INVALID
 */
export function requireSigned(signed: SignedBytes, key: JoseKey, verify: JoseVerifier): void {
  const { algorithm, signingInput, signature } = signed;
  if (algorithm !== key.algorithm) {
    throw invalid(`The token names ${algorithm}, and its key is for ${key.algorithm}.`);
  }
  if (!verify(key, signingInput, signature)) throw invalid(`The ${algorithm} signature is not of its key.`);
}

function invalid(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_SIGNATURE_INVALID', message, {
    hints: ['What was signed was altered, or someone else signed it: do not trust it.'],
  });
}
