import type { Issuer, KeySetKey, LoadedBundle } from '@eslabon/bundle';
import type { ParsedCredential } from '@eslabon/credentials';
import { issuerOf } from '../facts/issuer-of.js';
import { keyOf } from '../facts/key-of.js';
import type { Check } from './check.js';
import { passed } from './check.js';
import { checkResult } from './check-result.js';

/**
 * Is the signature the named key's? It is worth knowing also while the issuer's keys are not attested: a forgery is
 * a forgery.
 */
export const signatureCheck: Check = {
  id: 'signature',
  applies: (context) => passed(context, 'key') || context.results.get('key')?.evidence.usable === true,
  run: ({ bundle, credential, policy, verifySignature }) => {
    const { issuer: did, signingInput, signature, ...rest } = credential as ParsedCredential;
    const issuer = issuerOf(bundle as LoadedBundle, did) as Issuer;
    const { key } = keyOf(issuer, credential as ParsedCredential, policy.skewSeconds) as KeySetKey;
    const genuine = verifySignature(key, signingInput, signature);
    return checkResult(
      'signature',
      genuine ? 'pass' : 'fail',
      genuine ? 'SIGNATURE_VALID' : 'SIGNATURE_INVALID',
      {
        algorithm: rest.algorithm,
      },
    );
  },
};
