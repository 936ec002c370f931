import { dateSchema, EslabonError } from '@eslabon/core';

/**
 * A calendar date, `YYYY-MM-DD`.
 * @throws EslabonError DATE_INVALID.
 */
export function parseDate(text: string): string {
  if (dateSchema.safeParse(text).success) return text;
  throw new EslabonError('DATE_INVALID', `“${text}” is not a date.`, { hints: ['Write 2026-05-03.'] });
}

/** The calendar date of an instant where this computer stands. */
export function localDate(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
