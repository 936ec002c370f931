import { errorCodeOf } from '@eslabon/core';
import type { PublicKey } from '../crypto/public-key.js';
import type { SignatureVerifier } from '../crypto/verify-signature.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import type { ParsedDelegation } from './parsed-delegation.js';

/**
 * Answers whether the company that a delegation names signed it. The company is a did:jwk, so its key is at hand.
 * Whether that company is the one that the certificate is about is another question (`isHeldBy`).
 */
export function verifyDelegationSignature(
  delegation: Pick<ParsedDelegation, 'company' | 'kid' | 'algorithm' | 'signingInput' | 'signature'>,
  verify: SignatureVerifier = verifySignature,
): boolean {
  const { company, kid, algorithm, signingInput, signature } = delegation;
  const key = keyOf(company);
  return (
    key !== undefined &&
    kid === `${company}#0` &&
    key.algorithm === algorithm &&
    verify(key, signingInput, signature)
  );
}

/** A did:jwk that is none, or holds a key of a kind that tokens cannot be signed with, has signed nothing. */
function keyOf(did: string): PublicKey | undefined {
  try {
    return parseDidJwk(did);
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    return undefined;
  }
}
