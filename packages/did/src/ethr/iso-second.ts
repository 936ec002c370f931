/** An instant in Unix seconds as metadata have it: `2026-05-03T12:00:00Z`. */
export function isoSecond(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
