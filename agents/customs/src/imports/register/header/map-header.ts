import { EslabonError } from '@eslabon/core';
import { excerpt } from '../issues/excerpt.js';
import { type RegisterField, registerFields, requiredFields } from '../register-field.js';
import { cleanCell } from '../values/clean-cell.js';
import { headerKey } from './header-key.js';
import { headerSynonyms } from './header-synonyms.js';

export interface ColumnShape {
  /** As the file writes it, without white space around it. */
  header: string;
  field: RegisterField | undefined;
}

/** Most columns of a register; the widest known has 14. */
export const maxColumns = 200;

const fieldByKey: ReadonlyMap<string, RegisterField> = new Map(
  registerFields.flatMap((field) =>
    [field, ...headerSynonyms[field]].map((name) => [headerKey(name), field] as const),
  ),
);

/**
 * Finds out what each column of a register holds, from its header row.
 * @throws EslabonError REGISTER_HEADER when a required field has no column, or a field has two.
 */
export function mapHeader(cells: readonly string[]): ColumnShape[] {
  if (cells.length > maxColumns) {
    throw headerError(`The header has more than ${maxColumns} columns.`, cells, {});
  }
  const columns = cells.map((cell) => {
    const header = cleanCell(cell);
    return { header, field: fieldByKey.get(headerKey(header)) };
  });
  refuseTwice(columns, cells);
  refuseMissing(columns, cells);
  return columns;
}

function refuseTwice(columns: readonly ColumnShape[], cells: readonly string[]): void {
  for (const field of registerFields) {
    const headers = columns.filter((column) => column.field === field).map(({ header }) => header);
    if (headers.length > 1) {
      throw headerError(
        `The columns ${headers.map((header) => `“${excerpt(header)}”`).join(' and ')} both stand for ${field}.`,
        cells,
        { field, headers },
      );
    }
  }
}

function refuseMissing(columns: readonly ColumnShape[], cells: readonly string[]): void {
  const missing = requiredFields.filter((field) => !columns.some((column) => column.field === field));
  if (missing.length > 0) {
    throw headerError(`The register has no column for ${missing.join(', ')}.`, cells, { missing });
  }
}

function headerError(
  problem: string,
  cells: readonly string[],
  details: Record<string, unknown>,
): EslabonError {
  const seen = cells.slice(0, 40).map((cell) => excerpt(cleanCell(cell)));
  const hints = [
    `Headers found: ${seen.map((header) => `“${header}”`).join(', ')}.`,
    'The first row must name the columns, for instance “Número de certificado”, “Razón social”, “Vigente desde”.',
  ];
  return new EslabonError('REGISTER_HEADER', problem, { hints, details: { ...details, seen } });
}
