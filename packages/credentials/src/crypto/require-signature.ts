import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm } from './jose-key.js';
import { signatureBytes } from './jose-key.js';

/**
 * What a signer returned, if it can be a signature of the algorithm.
 * @throws EslabonError CREDENTIAL_SIGNATURE
 */
export function requireSignature(algorithm: JoseAlgorithm, signature: Uint8Array): Uint8Array {
  if (signature.length === signatureBytes[algorithm]) return signature;
  throw new EslabonError(
    'CREDENTIAL_SIGNATURE',
    `The signer returned ${signature.length} bytes; a signature by ${algorithm} has ${signatureBytes[algorithm]}.`,
    { hints: ['Return r‖s as JWS and COSE want it, not DER and not with a recovery byte.'] },
  );
}
