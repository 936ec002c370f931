import type { ParsedCredential } from '@eslabon/credentials';

/** Whether two issues of a certificate say the same, whenever, however and for whichever key they were signed. */
export function isSameContent(a: ParsedCredential, b: ParsedCredential): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ issuer, subject, status, validFrom, validUntil }: ParsedCredential): string {
  return canonical({
    issuer,
    subject: { ...subject, id: undefined },
    status,
    validFrom: Date.parse(validFrom),
    until: Date.parse(validUntil ?? ''),
  });
}

/** JSON with the members of objects in the order of their names. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
