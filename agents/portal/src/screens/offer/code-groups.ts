/**
 * Digits of a transaction code in groups of three or two, as they are read out by telephone: `123456` is 123 456, and no
 * digit is left alone.
 */
export function codeGroups(code: string): string[] {
  const groups: string[] = [];
  for (let rest = code; rest !== ''; ) {
    const size = rest.length === 4 ? 2 : 3;
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return groups;
}

/** The same for a screen reader: digit by digit, with a pause after each group. */
export function spokenCode(code: string): string {
  return codeGroups(code)
    .map((group) => [...group].join(' '))
    .join(', ');
}
