const limit = 80;

/** At most 80 UTF-16 units of a cell for a report, never half of a surrogate pair. */
export function excerpt(value: string): string {
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
