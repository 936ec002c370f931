import { keccak256, type TrustAnchor } from '@eslabon/bundle';

/**
 * Fingerprint of a trust anchor: keccak-256 over its JSON with the members of every object in the order of their names
 * and no spaces (for these values the same as RFC 8785), in upper-case groups of four digits. Two people who read the
 * same sixteen groups to each other have the same anchor.
 */
export function fingerprintOf(anchor: TrustAnchor): string {
  const digest = keccak256(new TextEncoder().encode(canonicalJson(anchor)));
  const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (digits.toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
