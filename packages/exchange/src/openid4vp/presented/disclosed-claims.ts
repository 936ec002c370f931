import type { ParsedCredential } from '@eslabon/credentials';
import { type DisclosableClaim, disclosablePaths } from '../query/customs-query.js';

/** Which of the claims that a company may withhold a verifier has learned. */
export function disclosedClaims({ subject }: Pick<ParsedCredential, 'subject'>): DisclosableClaim[] {
  return (Object.keys(disclosablePaths) as DisclosableClaim[]).filter(
    (name) => valueAt(subject, disclosablePaths[name]) !== undefined,
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((within, key) => (within as Record<string, unknown> | undefined)?.[key], value);
}
