/** An ISO 8601 instant in UTC as people read it: `2026-05-03 12:00 UTC`. */
export function describeInstant(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
