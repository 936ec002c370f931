import type { CertificateType } from '../certificate/certificate-type.js';
import { certificateTypes } from '../certificate/certificate-type.js';
import type { OperatorRole } from '../certificate/operator-role.js';
import { operatorRoleMask } from '../certificate/operator-role.js';
import type { Arrangement, ArrangementFacts, ArrangementVersion, Period } from '../facts/registry-facts.js';
import type { Country } from '../identifiers/country.js';

export interface InForceQuestion {
  a: Country;
  b: Country;
  certificateType: CertificateType;
  role: OperatorRole;
  /** Unix seconds. */
  at: number;
}

export interface InForceAnswer {
  arrangement: number;
  /** Counted from 1. */
  version: number;
  terms: ArrangementVersion;
}

/**
 * Which arrangement makes `a` and `b` recognise each other's certificate of this type and role at an instant:
 * the lowest arrangement, and in it the highest version, that both had acceded to. The same answer as
 * ArrangementRegistry.inForce on the chain. `undefined` when none does.
 */
export function inForce(facts: ArrangementFacts, question: InForceQuestion): InForceAnswer | undefined {
  if (question.a === question.b) return undefined;
  const byId = [...facts.arrangements].sort((x, y) => x.id - y.id);
  for (const arrangement of byId) {
    if (isSuspended(arrangement, question)) continue;
    for (let version = arrangement.versions.length; version > 0; version--) {
      const terms = arrangement.versions[version - 1] as ArrangementVersion;
      if (
        covers(terms, question) &&
        isParty(arrangement, question.a, version, question.at) &&
        isParty(arrangement, question.b, version, question.at)
      ) {
        return { arrangement: arrangement.id, version, terms };
      }
    }
  }
  return undefined;
}

function covers(terms: ArrangementVersion, { certificateType, role, at }: InForceQuestion): boolean {
  return (
    terms.validFrom <= at &&
    (terms.validUntil === 0 || at < terms.validUntil) &&
    (terms.certificateTypes & certificateTypes[certificateType].bit) !== 0 &&
    (terms.roles & operatorRoleMask([role])) !== 0
  );
}

function holds({ from, until }: Period, at: number): boolean {
  return from <= at && (until === 0 || at < until);
}

function isParty(arrangement: Arrangement, country: Country, version: number, at: number): boolean {
  const periods = arrangement.accessions.find((a) => a.country === country)?.periods ?? [];
  return periods.some((p) => p.version === version && holds(p, at));
}

function isSuspended({ suspensions }: Arrangement, { a, b, at }: InForceQuestion): boolean {
  return suspensions.some(
    (s) =>
      ((s.by === a && s.against === b) || (s.by === b && s.against === a)) &&
      s.periods.some((p) => holds(p, at)),
  );
}
