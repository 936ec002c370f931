import type { LoadedBundle } from '@eslabon/bundle';
import { type Country, inForce, type OperatorRole } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import type { Recognition } from '../session/contract.js';

type Question = Pick<ParsedCredential, 'claims' | 'subject'>;

/** The countries that recognise a certificate at an instant (Unix seconds), each with the arrangements that make them. */
export function recognitionsOf(
  { claims, subject }: Question,
  bundle: LoadedBundle,
  at: number,
): Recognition[] {
  const { certificateType, operatorRoles } = subject.certificate;
  const a = claims.issuer.country;
  const found = new Map<string, Recognition & { roles: OperatorRole[] }>();
  for (const b of countriesIn(bundle)) {
    for (const role of operatorRoles) {
      const answer = inForce(bundle.facts.arrangements, { a, b, certificateType, role, at });
      if (answer === undefined) continue;
      const key = `${b} ${answer.arrangement}`;
      const known = found.get(key);
      const arrangement = { id: answer.arrangement, label: answer.terms.label };
      if (known === undefined) found.set(key, { country: b, arrangement, roles: [role] });
      else known.roles.push(role);
    }
  }
  return [...found.values()];
}

/** Countries with an admitted authority, by code. */
function countriesIn({ facts }: LoadedBundle): Country[] {
  const admitted = facts.authorities.records.filter(({ removedAt }) => removedAt === 0);
  return [...new Set(admitted.map(({ country }) => country))].sort();
}
