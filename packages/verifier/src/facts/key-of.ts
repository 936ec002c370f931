import type { Issuer, KeySetKey } from '@eslabon/bundle';
import type { ParsedCredential } from '@eslabon/credentials';

/** In VCDM 1.1 a credential without kid is signed by the key that an ERC-1056 identity begins with. */
const controller = 'controller';

/** Key id of a credential, written out. */
export function kidOf(credential: ParsedCredential): string {
  return credential.kid ?? `${credential.issuer}#${controller}`;
}

/** The fragment of a key id that is exactly `<issuer>#<fragment>`; `undefined` for every other. */
export function fragmentOf(credential: ParsedCredential): string | undefined {
  const kid = kidOf(credential);
  const fragment = kid.slice(credential.issuer.length + 1);
  return kid === `${credential.issuer}#${fragment}` && fragment !== '' ? fragment : undefined;
}

/**
 * The attested key that a credential names. A fragment may have been given again to a new key: then the one that was
 * valid when the credential was signed is meant, or the last where none was.
 */
export function keyOf(issuer: Issuer, credential: ParsedCredential, skew: number): KeySetKey | undefined {
  const fragment = fragmentOf(credential);
  const named = issuer.keys.filter((key) => key.fragment === fragment);
  return named.find((key) => isValidAt(key, credential.issuedAt, skew)) ?? named.at(-1);
}

/** True from `validFrom`, less the skew of clocks, until before `validUntil`. */
export function isValidAt({ validFrom, validUntil }: KeySetKey, at: number, skew: number): boolean {
  return at >= validFrom - skew && (validUntil === 0 || at < validUntil);
}
