import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

/** An instant (milliseconds, or ISO 8601) by the clock and time zone of the device. */
export function formatInstant(instant: number | string | Date, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}
