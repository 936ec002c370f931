import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A number of seconds in its two largest units: “3 hours 20 minutes”. */
export function formatDuration(seconds: number, language: Language): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(unitOf(count, unit, language));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? `< ${unitOf(1, 'minute', language)}` : parts.join(' ');
}

function unitOf(count: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
