import type { DateEvidence } from '../dates/date-order.js';
import { readDate } from '../dates/read-date.js';
import { foldText } from '../fold-words.js';
import { type DateField, dateFields } from '../register-field.js';
import { type RegisterCells, reportCell } from './register-cells.js';

/** How registers write that a certificate has no end. */
const endless = new Set(
  [
    'indefinido',
    'indefinida',
    'indeterminado',
    'indeterminada',
    'sin vencimiento',
    'sem vencimento',
    'permanente',
  ]
    .concat(['prazo indeterminado', 'plazo indefinido', 'indefinite', 'no expiry', 'unlimited'])
    .map(foldText),
);

/** Where the one warning about an assumed order of day and month was given. */
export interface DateContext {
  evidence: DateEvidence;
  warned: boolean;
}

/** Reads the date cells of a row as `YYYY-MM-DD` and reports those that are none, and an end before the start. */
export function readDates(cells: RegisterCells, context: DateContext): Partial<Record<DateField, string>> {
  const dates: Partial<Record<DateField, string>> = {};
  for (const field of dateFields) {
    const cell = cells.values[field];
    if (cell === undefined || (field === 'validUntil' && endless.has(foldText(cell)))) continue;
    const reading = readDate(cell, context.evidence.order);
    if (reading.date === undefined) {
      reportCell(cells, field, 'DATE_INVALID');
      continue;
    }
    if (reading.assumed && !reportAssumed(cells, field, reading.date, context)) continue;
    dates[field] = reading.date;
  }
  if (dates.validUntil && dates.effectiveDate && dates.validUntil < dates.effectiveDate) {
    reportCell(cells, 'validUntil', 'DATES_REVERSED', cells.values.effectiveDate);
  }
  return dates;
}

/** Without any evidence one warning is enough; contradicting evidence is an error of every cell with two readings. */
function reportAssumed(cells: RegisterCells, field: DateField, date: string, context: DateContext): boolean {
  const { conflict } = context.evidence;
  if (conflict) {
    const examples = [conflict.dayFirst, conflict.monthFirst].map(({ value, row }) => `${value}, ${row}`);
    reportCell(cells, field, 'DATE_ORDER_CONFLICT', examples.join('; '));
    return false;
  }
  if (!context.warned) reportCell(cells, field, 'DATE_ORDER_ASSUMED', date);
  context.warned = true;
  return true;
}
