import type { ColumnShape } from '../header/map-header.js';
import type { CellIssue, CellIssueCode } from '../issues/cell-issue.js';
import { makeIssue } from '../issues/make-issue.js';
import type { SourceRecord } from '../parse/parse-records.js';
import type { RegisterField } from '../register-field.js';
import { cleanCell } from '../values/clean-cell.js';

/** A column that is read. */
export interface FieldColumn {
  field: RegisterField;
  header: string;
  index: number;
}

/** The columns of a header that stand for a field. */
export function fieldColumns(columns: readonly ColumnShape[]): FieldColumn[] {
  return columns.flatMap(({ header, field }, index) =>
    field === undefined ? [] : [{ field, header, index }],
  );
}

/** The clean cells of one row by field, and what was found wrong with them. */
export interface RegisterCells {
  record: SourceRecord;
  columns: readonly FieldColumn[];
  values: Partial<Record<RegisterField, string>>;
  issues: CellIssue[];
}

/** Cleans the cells of a row that stand for a field; empty ones are left out. */
export function registerCells(record: SourceRecord, columns: readonly FieldColumn[]): RegisterCells {
  const values: RegisterCells['values'] = {};
  for (const { field, index } of columns) {
    const value = cleanCell(record.cells[index] ?? '');
    if (value !== '') values[field] = value;
  }
  return { record, columns, values, issues: [] };
}

/** Adds an issue about one field, with its column and cell. */
export function reportCell(
  cells: RegisterCells,
  field: RegisterField,
  code: CellIssueCode,
  detail = '',
): void {
  const column = cells.columns.find((one) => one.field === field)?.header;
  const value = cells.values[field];
  cells.issues.push(
    makeIssue(code, {
      field,
      ...(column !== undefined && { column }),
      ...(value !== undefined && { value }),
      detail,
    }),
  );
}

/** Whether a field already has an error. */
export function hasError(cells: RegisterCells, field: RegisterField): boolean {
  return cells.issues.some((issue) => issue.field === field && issue.severity === 'error');
}
