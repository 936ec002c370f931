import type { Issuer, KeySetKey, LoadedBundle } from '@eslabon/bundle';
import type { CheckResult } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import { issuerOf } from '../facts/issuer-of.js';
import { fragmentOf, isValidAt, keyOf, kidOf } from '../facts/key-of.js';
import type { Check, CheckContext } from './check.js';
import { passed } from './check.js';
import { checkResult } from './check-result.js';

/**
 * Was the key that the credential names the issuer's when it was signed (proofs.md §4)? A key that was rotated out
 * stays good for what it signed before; one that was compromised does not from that instant on. While the issuer's
 * keys have changed and the change is not attested, nobody can say what else changed: the answer is unknown.
 */
export const keyCheck: Check = {
  id: 'key',
  applies: (context) => passed(context, 'issuer'),
  run: (context) => {
    const bundle = context.bundle as LoadedBundle;
    const credential = context.credential as ParsedCredential;
    return checkKey(context, credential, issuerOf(bundle, credential.issuer) as Issuer);
  },
};

function checkKey({ at, policy }: CheckContext, credential: ParsedCredential, issuer: Issuer): CheckResult {
  const { issuedAt, algorithm } = credential;
  const skew = policy.skewSeconds;
  const evidence = { kid: kidOf(credential), issuer: credential.issuer, algorithm, issuedAt };
  if (fragmentOf(credential) === undefined)
    return checkResult('key', 'fail', 'KEY_OF_ANOTHER_ISSUER', evidence);
  const notAttested = (more = {}) =>
    checkResult('key', 'unknown', 'KEYS_NOT_ATTESTED', {
      ...evidence,
      ...more,
      changedBlock: issuer.changedBlock,
      attestedBlock: issuer.record.keySetBlock,
    });
  const key = keyOf(issuer, credential, skew);
  if (key === undefined) {
    return issuer.keysCurrent ? checkResult('key', 'fail', 'KEY_UNKNOWN', evidence) : notAttested();
  }
  const known = { ...evidence, ...describeKey(key) };
  const fail = (code: 'KEY_ALGORITHM' | 'ISSUED_IN_FUTURE' | 'KEY_NOT_VALID_THEN' | 'KEY_COMPROMISED') =>
    checkResult('key', 'fail', code, known);
  if (key.key.algorithm !== algorithm) return fail('KEY_ALGORITHM');
  if (issuedAt > at + skew) return fail('ISSUED_IN_FUTURE');
  if (key.compromisedAt !== 0 && issuedAt >= key.compromisedAt) return fail('KEY_COMPROMISED');
  if (!isValidAt(key, issuedAt, skew)) {
    // A change that is not attested may have made the key valid for longer, never for earlier.
    const mayBeExtended = !issuer.keysCurrent && issuedAt >= key.validFrom - skew;
    return mayBeExtended ? notAttested(describeKey(key)) : fail('KEY_NOT_VALID_THEN');
  }
  return issuer.keysCurrent
    ? checkResult('key', 'pass', 'KEY_VALID', known)
    : notAttested({ ...describeKey(key), usable: true });
}

function describeKey({ key, validFrom, validUntil, compromisedAt }: KeySetKey) {
  return { keyAlgorithm: key.algorithm, validFrom, validUntil, compromisedAt };
}
