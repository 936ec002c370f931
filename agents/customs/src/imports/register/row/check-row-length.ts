import { makeIssue } from '../issues/make-issue.js';
import type { RegisterCells } from './register-cells.js';

/**
 * Reports a row that lacks cells of known columns, or has more cells than the header. Empty cells too many are how
 * some exports end a row and do no harm.
 * @returns Whether the cells are under the right headers.
 */
export function checkRowLength(cells: RegisterCells, headerLength: number): boolean {
  const { record, columns, issues } = cells;
  const have = record.cells.length;
  const detail = `${have} / ${headerLength}`;
  if (columns.some(({ index }) => index >= have)) issues.push(makeIssue('ROW_SHORT', { detail }));
  if (!record.cells.slice(headerLength).some((cell) => cell.trim() !== '')) return true;
  issues.push(makeIssue('ROW_LONG', { detail }));
  return false;
}
