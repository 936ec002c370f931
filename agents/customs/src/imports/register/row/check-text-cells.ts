import { unreadable } from '@eslabon/core';
import { type RegisterField, requiredFields } from '../register-field.js';
import { type RegisterCells, reportCell } from './register-cells.js';

const textFields: ReadonlySet<RegisterField> = new Set([
  'certificateNumber',
  'nationalId',
  'legalName',
  'tradeName',
  'street',
  'city',
  'subdivision',
  'postcode',
  'programme',
  'contactEmail',
]);

/**
 * Reports required cells that are empty, text that a spreadsheet would run as a formula, and characters that must
 * not end up in a signed certificate. Cells that a short row does not have are not reported again.
 */
export function checkTextCells(cells: RegisterCells): void {
  const { record, columns, values } = cells;
  for (const { field, index } of columns) {
    const value = values[field];
    if (value === undefined) {
      const asked = (requiredFields as readonly RegisterField[]).includes(field);
      if (asked && index < record.cells.length) reportCell(cells, field, 'CELL_REQUIRED');
    } else if (unreadable.test(value)) {
      reportCell(cells, field, 'CELL_UNREADABLE_CHARACTER');
    } else if (textFields.has(field) && beginsFormula(record.cells[index] ?? '', value)) {
      reportCell(cells, field, 'CELL_FORMULA');
    }
  }
}

/** OWASP, CSV injection: a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return. */
function beginsFormula(raw: string, clean: string): boolean {
  return /^[\t\r]/.test(raw) || /^[=+\-@]/.test(clean);
}
