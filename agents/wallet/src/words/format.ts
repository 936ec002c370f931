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

/** Name of a country, with its code where two officers may call it differently. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([locale(language)], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Spanish and Portuguese as the administrations write them. */
function locale(language: Language): string {
  return { es: 'es-419', pt: 'pt-BR', en: 'en-GB' }[language];
}
