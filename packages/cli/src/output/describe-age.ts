import type { Language } from '@eslabon/core';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, in words: “3 hours ago”, “hace 3 horas”. Negative seconds are the future. */
export function describeAge(seconds: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return format.format(-Math.trunc(seconds / size), unit);
}
