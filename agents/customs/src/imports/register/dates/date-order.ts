import { calendarDate, splitDate } from './split-date.js';

export type DateOrder = 'iso' | 'day-first' | 'month-first' | 'ambiguous';

export interface DateCell {
  row: number;
  /** Clean cell of a date column. */
  value: string;
}

export interface DateEvidence {
  order: DateOrder;
  /** When the file has dates that can only be day first and others that can only be month first: one of each. */
  conflict?: { dayFirst: DateCell; monthFirst: DateCell };
}

/**
 * Decides the order of day and month over all date cells of a file. A cell is evidence when only one of the two
 * readings is a day of the calendar. `iso` when no cell needs deciding, `ambiguous` when nothing decides or the
 * evidence contradicts itself.
 */
export function detectDateOrder(cells: Iterable<DateCell>): DateEvidence {
  let dayFirst: DateCell | undefined;
  let monthFirst: DateCell | undefined;
  let slashed = false;
  for (const cell of cells) {
    const split = splitDate(cell.value);
    if (split?.kind !== 'slashed') continue;
    slashed = true;
    const asDayFirst = calendarDate(split.year, split.second, split.first) !== undefined;
    const asMonthFirst = calendarDate(split.year, split.first, split.second) !== undefined;
    if (asDayFirst && !asMonthFirst) dayFirst ??= cell;
    if (asMonthFirst && !asDayFirst) monthFirst ??= cell;
  }
  if (dayFirst && monthFirst) return { order: 'ambiguous', conflict: { dayFirst, monthFirst } };
  if (dayFirst) return { order: 'day-first' };
  if (monthFirst) return { order: 'month-first' };
  return { order: slashed ? 'ambiguous' : 'iso' };
}
