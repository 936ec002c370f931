import type { DateOrder } from './date-order.js';
import { calendarDate, splitDate } from './split-date.js';

export type DateReading =
  /** `assumed`: the other order would give another day, and nothing in the file decides. */
  | { date: string; assumed: boolean }
  /** No day of the calendar in the order of the file. */
  | { date: undefined };

/**
 * Reads a clean date cell as `YYYY-MM-DD` in the order of its file. Where the order is ambiguous, a cell that has
 * only one reading takes it, and any other is read day first and marked as assumed.
 */
export function readDate(cell: string, order: DateOrder): DateReading {
  const split = splitDate(cell);
  if (split === undefined) return { date: undefined };
  if (split.kind === 'iso') return { date: split.date, assumed: false };
  const dayFirst = calendarDate(split.year, split.second, split.first);
  const monthFirst = calendarDate(split.year, split.first, split.second);
  if (order === 'month-first') return { date: monthFirst, assumed: false };
  if (order !== 'ambiguous') return { date: dayFirst, assumed: false };
  const twoReadings = dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  return { date: dayFirst ?? monthFirst, assumed: twoReadings };
}
