import type { Language } from '@eslabon/core';

/** An instant (milliseconds, or ISO 8601) by the clock and time zone of the device. */
export function formatInstant(instant: number | string | Date, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A day (ISO 8601 instant or calendar date). A calendar date is the same day whatever the time zone. */
export function formatDay(day: string, language: Language): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'medium',
    ...(isDate && { timeZone: 'UTC' }),
  }).format(new Date(day));
}

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

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locale(language)).format(count);
}

/** Name of a country, with its code where two officers may call it differently. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([locale(language)], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function unitOf(count: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Spanish and Portuguese as the administrations write them. */
function locale(language: Language): string {
  return { es: 'es-419', pt: 'pt-BR', en: 'en-GB' }[language];
}
