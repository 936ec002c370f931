import type { RegisterRow } from '../register-reading.js';
import { type RowContext, readRow } from '../row/read-row.js';
import { type RegisterCells, reportCell } from '../row/register-cells.js';
import type { DuplicateFinder } from './duplicate-finder.js';

/**
 * Reads a row unless it repeats an earlier one, cell by cell: such a row is skipped with a warning. Another row with
 * the same certificate number is an error, because either of them may be the right one.
 */
export function readDeduplicatedRow(
  cells: RegisterCells,
  duplicates: DuplicateFinder,
  context: RowContext,
): RegisterRow {
  const duplicate = duplicates.find(cells);
  if (duplicate === undefined) return readRow(cells, context);
  const earlier = String(duplicate.earlier);
  if (duplicate.kind === 'number') {
    reportCell(cells, 'certificateNumber', 'DUPLICATE_NUMBER', earlier);
    return readRow(cells, context);
  }
  reportCell(cells, 'certificateNumber', 'DUPLICATE_ROW', earlier);
  const { issues, record, values } = cells;
  return {
    row: record.row,
    certificateNumber: values.certificateNumber as string,
    status: 'suspended',
    issues,
  };
}
