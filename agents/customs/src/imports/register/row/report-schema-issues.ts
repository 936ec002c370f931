import type { z } from 'zod';
import { type RegisterField, registerFields } from '../register-field.js';
import { hasError, type RegisterCells, reportCell } from './register-cells.js';

/**
 * Reports what certificateSchema refuses as issues of cells. A field that already has an error is not reported again,
 * so a missing or misread cell is told once, by the reader that knows best.
 */
export function reportSchemaIssues(cells: RegisterCells, error: z.ZodError): void {
  for (const issue of error.issues) {
    const field = fieldOf(issue.path);
    if (hasError(cells, field) || cells.values[field] === undefined) continue;
    if (issue.code === 'too_big') reportCell(cells, field, 'CELL_TOO_LONG', String(issue.maximum));
    else reportCell(cells, field, 'CELL_INVALID', issue.message);
  }
}

/** The field of a path such as `['address', 'city']`; the TIN comes from the national identifier. */
function fieldOf(path: readonly PropertyKey[]): RegisterField {
  const names = path.filter((part): part is RegisterField => registerFields.includes(part as RegisterField));
  return names[0] ?? 'nationalId';
}
