import { aeoVct } from '@eslabon/credentials';
import type { DcqlQuery } from 'dcql';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import { matchCredential, type Path, type QueriedCredential } from '../query/match-credential.js';
import type { Presented } from './presented.js';

/**
 * Holds what was presented against the query: all that was asked for has to be there (DCQL, OpenID4VP 1.0 §6.4), and no
 * more may be disclosed than was asked for: what a verifier should not know it does not take.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function requireSatisfying(presented: Presented, query: DcqlQuery.Output): void {
  requireHolder(presented);
  const asked = askedPaths(presented, query);
  const tooMuch = presented.disclosed?.find((path) => !asked.some((wanted) => isOnTheWay(path, wanted)));
  if (tooMuch !== undefined) {
    throw presentationRefused(
      refusalCodes.tooMuch,
      `More was disclosed than was asked for: ${named(tooMuch)}. Present it again without.`,
    );
  }
  for (const { id, ...credential } of presentationsOf(presented)) {
    const one = query.credentials.find((each) => each.id === id);
    const match = one === undefined ? { isOfType: false, unmet: [] } : matchCredential(one, credential);
    if (!match.isOfType || match.unmet.length > 0) throw unsatisfied(id, match.unmet);
  }
}

/** A certificate that names nobody could be presented by whoever has a copy of it. */
function requireHolder({ parsed: { credentials } }: Presented): void {
  if (credentials.every(({ subject, confirmed }) => subject.id !== undefined || confirmed !== undefined))
    return;
  throw presentationRefused(
    refusalCodes.notBound,
    'The certificate names no holder, so nobody can prove to be it: present the one of a wallet.',
  );
}

type Part = { id: Presented['id'] } & QueriedCredential;

/** A delegation has to satisfy what is asked of it, and the certificate in it what is asked of certificates. */
function presentationsOf({ id, parsed, claims }: Presented): Part[] {
  if (id === 'certificate') {
    const { vct } = claims as { vct?: unknown };
    return [{ id, format: 'dc+sd-jwt', vct: String(vct ?? aeoVct), claims }];
  }
  const types = claims.type as string[];
  if (id === 'certificate_ldp') return [{ id, format: 'ldp_vc', types, claims }];
  const certificate: Part = { id: 'certificate_jwt', format: 'jwt_vc_json', types, claims };
  if (parsed.delegation === undefined) return [certificate];
  const delegated = parsed.delegation.claims;
  const delegation: Part = {
    ...{ id, format: 'jwt_vc_json', types: delegated.type },
    claims: delegated as unknown as Part['claims'],
  };
  return [delegation, certificate];
}

function unsatisfied(id: string, missing: Path[]) {
  const what =
    missing.length > 0
      ? `The answer lacks what was asked for, or has another value: ${missing.map(named).join(', ')}.`
      : `The answer is not of the type that was asked for under '${id}'.`;
  return presentationRefused(missing.length > 0 ? refusalCodes.tooLittle : refusalCodes.unasked, what);
}

function askedPaths({ id }: Presented, query: DcqlQuery.Output): Path[] {
  const claims = query.credentials.find((each) => each.id === id)?.claims ?? [];
  return claims.map(pathOf);
}

function pathOf(claim: unknown): Path {
  return (claim as { path?: Path } | undefined)?.path ?? [];
}

/** A claim within what was asked for, or one that what was asked for is within. */
function isOnTheWay(path: Path, wanted: Path): boolean {
  const both = Math.min(path.length, wanted.length);
  return path.slice(0, both).every((key, at) => wanted[at] === null || wanted[at] === key);
}

function named(path: Path): string {
  return path
    .filter((key) => key !== null)
    .join('.')
    .slice(0, 120);
}
