import type {
  Arrangement,
  ArrangementFacts,
  ArrangementVersion,
  CertificateType,
  Country,
  OperatorRole,
} from '@eslabon/core';
import { inForce } from '@eslabon/core';

export interface CoverageQuestion {
  issuer: Country;
  as: Country;
  certificateType: CertificateType;
  roles: readonly OperatorRole[];
  /** Unix seconds. */
  at: number;
}

export interface Coverage {
  id: number;
  version: number;
  terms: ArrangementVersion;
  /** Countries that had acceded to this version at the instant. */
  parties: Country[];
  /** The certificate's roles that this version covers. */
  roles: OperatorRole[];
}

/**
 * The versions of arrangements under which `as` recognises an issuer's certificate, one entry each with the roles that
 * it covers; the one that covers most roles first, the lowest arrangement among equals. Empty when none is in force.
 */
export function coverageOf(facts: ArrangementFacts, question: CoverageQuestion): Coverage[] {
  const { issuer: a, as: b, certificateType, roles, at } = question;
  const found = new Map<string, Coverage>();
  for (const role of roles) {
    const answer = inForce(facts, { a, b, certificateType, role, at });
    if (answer === undefined) continue;
    const { arrangement: id, version, terms } = answer;
    const known = found.get(`${id}/${version}`);
    if (known === undefined) {
      const arrangement = facts.arrangements.find((candidate) => candidate.id === id);
      found.set(`${id}/${version}`, {
        id,
        version,
        terms,
        parties: parties(arrangement, version, at),
        roles: [role],
      });
    } else {
      known.roles.push(role);
    }
  }
  return [...found.values()].sort(
    (x, y) => y.roles.length - x.roles.length || x.id - y.id || y.version - x.version,
  );
}

function parties(arrangement: Arrangement | undefined, version: number, at: number): Country[] {
  return (arrangement?.accessions ?? [])
    .filter(({ periods }) =>
      periods.some((p) => p.version === version && p.from <= at && (p.until === 0 || at < p.until)),
    )
    .map(({ country }) => country)
    .sort();
}
