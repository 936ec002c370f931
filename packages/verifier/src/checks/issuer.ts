import type { LoadedBundle } from '@eslabon/bundle';
import type { CheckResult } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import { issuerOf } from '../facts/issuer-of.js';
import type { Check } from './check.js';
import { checkResult } from './check-result.js';

/**
 * Was the issuer the customs authority of the country it names when it signed? What it certifies must be of that
 * country too: an admitted authority cannot speak for another's companies.
 */
export const issuerCheck: Check = {
  id: 'issuer',
  applies: ({ bundle, credential }) => bundle !== undefined && credential !== undefined,
  run: ({ bundle, credential, policy }) =>
    checkIssuer(bundle as LoadedBundle, credential as ParsedCredential, policy.skewSeconds),
};

function checkIssuer(bundle: LoadedBundle, credential: ParsedCredential, skew: number): CheckResult {
  const { issuer, issuedAt, claims, subject } = credential;
  const found = issuerOf(bundle, issuer);
  if (found === undefined) {
    return checkResult('issuer', 'fail', 'ISSUER_UNKNOWN', { issuer, chainId: bundle.chainId });
  }
  const { country, admittedAt, removedAt } = found.record;
  const evidence = { issuer, country, admittedAt, removedAt, issuedAt };
  if (claims.issuer.country !== country || !subject.tin.startsWith(country)) {
    const claimed = { claimedCountry: claims.issuer.country, tin: subject.tin };
    return checkResult('issuer', 'fail', 'ISSUER_COUNTRY', { ...evidence, ...claimed });
  }
  const admitted = admittedAt <= issuedAt + skew && (removedAt === 0 || issuedAt < removedAt);
  return admitted
    ? checkResult('issuer', 'pass', 'ISSUER_ADMITTED', evidence)
    : checkResult('issuer', 'fail', 'ISSUER_NOT_ADMITTED', evidence);
}
