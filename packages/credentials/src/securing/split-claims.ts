import type { Taken } from './container.js';
import type { Content } from './content.js';
import { registeredClaims } from './contents/members.js';

const registered: ReadonlySet<string> = new Set(registeredClaims);

/** The document of the data model, and the claims that the token adds to it. An SD-JWT VC is its claims. */
export function splitClaims(kind: Content['kind'], { claims, issuedAt }: Taken) {
  const entries = Object.entries(claims);
  const added = Object.fromEntries(entries.filter(([name]) => registered.has(name)));
  return {
    document:
      kind === 'sd-jwt-vc' ? claims : Object.fromEntries(entries.filter(([name]) => !registered.has(name))),
    claims: { ...added, ...(issuedAt !== undefined && { iat: issuedAt }) },
  };
}
