import type { Country } from '@eslabon/core';
import { type DateCell, detectDateOrder } from './dates/date-order.js';
import { decodeText } from './decode/decode-text.js';
import { createDuplicateFinder } from './duplicates/duplicate-finder.js';
import { readDeduplicatedRow } from './duplicates/read-deduplicated-row.js';
import { mapHeader } from './header/map-header.js';
import { parseRecords } from './parse/parse-records.js';
import { dateFields } from './register-field.js';
import type { RegisterReading } from './register-reading.js';
import { fieldColumns, type RegisterCells, registerCells } from './row/register-cells.js';
import { detectSeparator } from './separator/detect-separator.js';
import { refuseUnreadable } from './sniff/refuse-unreadable.js';

export interface ReadRegisterOptions {
  /** The administration whose register it is: its identifiers become TINs of this country. */
  country: Country;
  /** Largest file, in bytes. 20 MiB unless given. */
  maxBytes?: number;
  /** Most rows below the header. 200,000 unless given. */
  maxRows?: number;
}

/**
 * Reads an AEO register as administrations export it: CSV with any common separator, encoding and order of dates, and
 * headers in Spanish, Portuguese or English. Every row is read on its own; what is wrong with it stands in its issues
 * and does not keep other rows from being read. Fields and rules: domain.md §3.1.
 * @param file The bytes as uploaded.
 * @throws EslabonError REGISTER_EMPTY, REGISTER_BINARY, REGISTER_TOO_LARGE, REGISTER_SYNTAX or REGISTER_HEADER when the
 * file cannot be read at all.
 */
export function readRegister(file: Uint8Array, options: ReadRegisterOptions): RegisterReading {
  refuseUnreadable(file, options.maxBytes ?? 20 * 1024 * 1024);
  const { encoding, text } = decodeText(file);
  const separator = detectSeparator(text);
  const [header, ...records] = parseRecords(text, separator, options.maxRows ?? 200_000);
  const columns = mapHeader(header?.cells ?? []);
  const known = fieldColumns(columns);
  const cells = records.map((record) => registerCells(record, known));
  const evidence = detectDateOrder(dateCells(cells));
  const context = {
    country: options.country,
    headerLength: columns.length,
    dates: { evidence, warned: false },
  };
  const duplicates = createDuplicateFinder();
  return {
    shape: {
      encoding,
      separator,
      dateOrder: evidence.order,
      columns,
      unknownColumns: columns.flatMap(({ header, field }) =>
        field === undefined && header !== '' ? [header] : [],
      ),
    },
    rows: cells.map((row) => readDeduplicatedRow(row, duplicates, context)),
    rowCount: cells.length,
  };
}

function* dateCells(rows: readonly RegisterCells[]): Generator<DateCell> {
  for (const { record, values } of rows) {
    for (const field of dateFields) {
      const value = values[field];
      if (value !== undefined) yield { row: record.row, value };
    }
  }
}
