import { createHash } from 'node:crypto';
import type { Certificate } from '@eslabon/core';

/**
 * SHA-256 of a certificate in hexadecimal, over JSON with sorted keys, so that the same content has the same hash
 * however it was read. Status is not part of it: importing a register again finds what has changed in the
 * certificates themselves. The order of roles counts.
 */
export function contentHash(certificate: Certificate): string {
  return createHash('sha256').update(canonicalJson(certificate)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
