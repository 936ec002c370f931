import { type RegisterCells, reportCell } from './register-cells.js';

const address = /^[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/;

/** Reads the contact of a row. A malformed address is left out with a warning: it is not part of the certificate. */
export function readContactEmail(cells: RegisterCells): string | undefined {
  const cell = cells.values.contactEmail;
  if (cell === undefined) return undefined;
  if (cell.length <= 254 && address.test(cell)) return cell;
  reportCell(cells, 'contactEmail', 'EMAIL_INVALID');
  return undefined;
}
