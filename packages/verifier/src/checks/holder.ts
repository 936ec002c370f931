import type { CheckResult } from '@eslabon/core';
import { errorCodeOf } from '@eslabon/core';
import type { ParsedCredential, ParsedPresentation, PublicKey } from '@eslabon/credentials';
import { parseDidJwk } from '@eslabon/credentials';
import type { Check, CheckContext } from './check.js';
import { checkResult } from './check-result.js';

/**
 * Did the holder present the credential to this verifier now, or, where there is a delegation, whoever it names?
 * Both are did:jwk, whose key is the identifier itself; the key of any other cannot be looked up offline, which is
 * unknown and not a failure.
 */
export const holderCheck: Check = {
  id: 'holder',
  applies: ({ presentation, credential }) => presentation !== undefined && credential !== undefined,
  run: (context) =>
    checkHolder(context, context.presentation as ParsedPresentation, context.credential as ParsedCredential),
};

function checkHolder(
  context: CheckContext,
  presentation: ParsedPresentation,
  { subject, confirmed }: ParsedCredential,
): CheckResult {
  const { holder, audience, nonce, delegation } = presentation;
  const { policy, at, verifySignature } = context;
  const evidence = { holder, ...(audience !== undefined && { audience }), subject: subject.id ?? null };
  const key = keyOfHolder(holder);
  if (key === 'unsupported') return checkResult('holder', 'unknown', 'HOLDER_METHOD_UNSUPPORTED', evidence);
  const fail = (
    code:
      | 'HOLDER_NOT_PROVEN'
      | 'HOLDER_NOT_SUBJECT'
      | 'HOLDER_NOT_DELEGATE'
      | 'PRESENTATION_FOR_ANOTHER'
      | 'PRESENTATION_REPLAYED'
      | 'PRESENTATION_OUT_OF_DATE',
  ) => checkResult('holder', 'fail', code, { audience: '–', ...evidence });
  if (
    key === 'malformed' ||
    key.algorithm !== presentation.algorithm ||
    (presentation.kid !== undefined && presentation.kid !== `${holder}#0`) ||
    !verifySignature(key, presentation.signingInput, presentation.signature)
  ) {
    return fail('HOLDER_NOT_PROVEN');
  }
  if (policy.audience !== undefined && audience !== policy.audience) return fail('PRESENTATION_FOR_ANOTHER');
  if (policy.nonce !== undefined && nonce !== policy.nonce) return fail('PRESENTATION_REPLAYED');
  if (isOutOfDate(presentation, at, policy.skewSeconds)) return fail('PRESENTATION_OUT_OF_DATE');
  if (delegation !== undefined) {
    return delegation.delegate === holder
      ? checkResult('holder', 'pass', 'HOLDER_IS_DELEGATE', evidence)
      : fail('HOLDER_NOT_DELEGATE');
  }
  // An SD-JWT may name its holder by the confirmed key alone, whatever presents it.
  const bound = subject.id ?? confirmed;
  if (bound === undefined) return checkResult('holder', 'pass', 'HOLDER_NOT_BOUND', evidence);
  if (bound !== holder) return fail('HOLDER_NOT_SUBJECT');
  return checkResult('holder', 'pass', 'HOLDER_PROVEN', evidence);
}

function keyOfHolder(holder: string): PublicKey | 'unsupported' | 'malformed' {
  if (!holder.startsWith('did:jwk:')) return 'unsupported';
  try {
    return parseDidJwk(holder);
  } catch (error) {
    return errorCodeOf(error) === 'KEY_UNSUPPORTED' ? 'unsupported' : 'malformed';
  }
}

function isOutOfDate(
  { issuedAt = 0, notBefore = 0, expiresAt = Number.POSITIVE_INFINITY }: ParsedPresentation,
  at: number,
  skew: number,
): boolean {
  return Math.max(issuedAt, notBefore) > at + skew || at > expiresAt + skew;
}
