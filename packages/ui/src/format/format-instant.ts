import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

/**
 * An instant (milliseconds, or ISO 8601) to the minute, by the clock and time zone of the device.
 * @param utcOffset in the legal time of an authority instead, such as `-05:00`: a device may be set to another zone. It is
 * named where it is not the device's own
 */
export function formatInstant(
  instant: number | string | Date,
  language: Language,
  utcOffset?: string,
): string {
  const at = new Date(instant);
  const style = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  if (utcOffset === undefined) return new Intl.DateTimeFormat(locale(language), style).format(at);
  const minutes = minutesOf(utcOffset);
  const shifted = new Date(at.getTime() + minutes * 60_000);
  const text = new Intl.DateTimeFormat(locale(language), { ...style, timeZone: 'UTC' }).format(shifted);
  return minutes === -at.getTimezoneOffset() ? text : `${text} (UTC${utcOffset})`;
}

function minutesOf(utcOffset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(utcOffset) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
}
