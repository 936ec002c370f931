import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

/** A day (ISO 8601 instant or calendar date). A calendar date is the same day whatever the time zone. */
export function formatDay(day: string, language: Language): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'medium',
    ...(isDate && { timeZone: 'UTC' }),
  }).format(new Date(day));
}
