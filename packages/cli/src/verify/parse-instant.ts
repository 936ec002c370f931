import { dateSchema, dateTimeStampSchema, EslabonError } from '@eslabon/core';

/**
 * The instant that `--at` asks about: an ISO 8601 instant with an offset, or a calendar date, which means noon
 * UTC of that day.
 * @throws EslabonError DATE_INVALID.
 */
export function parseInstant(text: string): Date {
  if (dateSchema.safeParse(text).success) return new Date(`${text}T12:00:00Z`);
  if (dateTimeStampSchema.safeParse(text).success) return new Date(text);
  throw new EslabonError('DATE_INVALID', `“${text}” is neither a date nor an instant with an offset.`, {
    hints: ['Write 2026-05-03 (noon UTC of that day), 2026-05-03T15:00:00Z or 2026-05-03T10:00:00-05:00.'],
  });
}
