import type { CheckContext } from '../checks/check.js';
import type { Coverage } from './coverage-of.js';
import { coverageOf } from './coverage-of.js';

/**
 * What covers the credential of a context. Empty unless its signature was found genuine, and for a country's own
 * certificates.
 */
export function coverageIn({ bundle, credential, policy, at, results }: CheckContext): Coverage[] {
  if (bundle === undefined || credential === undefined || results.get('signature')?.outcome !== 'pass')
    return [];
  const { certificateType, operatorRoles } = credential.subject.certificate;
  return coverageOf(bundle.facts.arrangements, {
    issuer: credential.claims.issuer.country,
    as: policy.as,
    certificateType,
    roles: operatorRoles,
    at,
  });
}
