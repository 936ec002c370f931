import {
  type Country,
  checkNationalId,
  EslabonError,
  nationalIdScheme,
  type Tin,
  toTin,
} from '@eslabon/core';
import { hasError, type RegisterCells, reportCell } from './register-cells.js';

export interface Identifier {
  tin?: Tin;
  nationalId?: { scheme: string; value: string };
}

/**
 * Makes the TIN of a row out of its national identifier, which may already begin with the country. The identifier is
 * kept as written where its scheme is known. A wrong form or check digit is a warning (domain.md §3.1).
 */
export function readIdentifier(cells: RegisterCells, country: Country): Identifier {
  const cell = cells.values.nationalId;
  if (cell === undefined || hasError(cells, 'nationalId')) return {};
  const value = withoutCountry(country, cell);
  let tin: Tin;
  try {
    tin = toTin(country, value);
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    reportCell(cells, 'nationalId', 'TIN_INVALID', country);
    return {};
  }
  const scheme = nationalIdScheme(country);
  if (scheme === undefined) return { tin };
  const check = checkNationalId(country, value);
  if (check === 'bad-check-digit') reportCell(cells, 'nationalId', 'NATIONAL_ID_CHECK_DIGIT', scheme);
  if (check === 'bad-format') reportCell(cells, 'nationalId', 'NATIONAL_ID_FORMAT', scheme);
  return { tin, nationalId: { scheme, value } };
}

/** Drops the country of a whole TIN, but not the first letters of an identifier that only begins alike (MX RFC). */
function withoutCountry(country: Country, cell: string): string {
  const rest = cell.replace(new RegExp(`^${country}[.\\-\\s]*`, 'i'), '');
  if (rest === cell) return cell;
  if (nationalIdScheme(country) === undefined) return /^\d/.test(rest) ? rest : cell;
  const isTin =
    checkNationalId(country, cell) === 'bad-format' && checkNationalId(country, rest) !== 'bad-format';
  return isTin ? rest : cell;
}
