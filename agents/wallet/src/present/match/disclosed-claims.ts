import type { ParsedCredential, ParsedDelegation } from '@eslabon/credentials';
import type { DisclosedClaim } from '../../session/contract.js';

/**
 * Everything that a reader of a certificate learns from it, under the paths that screens have names for. Made of what a
 * verifier parses: nothing that is sent goes unnamed here.
 */
export function claimsOf({
  claims,
  subject,
  validFrom,
  validUntil,
  status,
}: ParsedCredential): DisclosedClaim[] {
  const { id, type: _subject, address, certificate, nationalId, ...company } = subject;
  const { type: _certificate, ...certified } = certificate;
  const { type: _address, ...place } = address ?? {};
  return [
    ...flat('', company),
    ...flat('nationalId', nationalId),
    ...flat('address', address && place),
    ...flat('certificate', certified),
    ...flat('', { issuer: claims.issuer.name, country: claims.issuer.country, validFrom, validUntil }),
    ...flat('', { id, status: `${status.list}/${status.index}` }),
  ];
}

/** The same for a delegation: what it says, and the certificate within it. */
export function claimsOfDelegation(delegation: ParsedDelegation): DisclosedClaim[] {
  const { purposes, references, validFrom, validUntil, delegate, certificate } = delegation;
  const said = { delegate, purposes, references, validFrom, validUntil };
  return [...claimsOf(certificate), ...flat('delegation', said)];
}

function flat(path: string, value: unknown): DisclosedClaim[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [{ path, value: value.join(', ') }];
  if (typeof value !== 'object' || value === null) return [{ path, value: String(value) }];
  return Object.entries(value).flatMap(([name, member]) =>
    flat(path === '' ? name : `${path}.${name}`, member),
  );
}
