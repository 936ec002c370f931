import { EslabonError } from '@eslabon/core';
import { CsvError, parse } from 'csv-parse/sync';
import { maxColumns } from '../header/map-header.js';
import type { Separator } from '../separator/detect-separator.js';
import { openQuoteLine } from './open-quote-line.js';
import { refuseLongLine } from './refuse-long-line.js';

export interface SourceRecord {
  /** Row as a spreadsheet counts it, from 1. */
  row: number;
  cells: string[];
}

/**
 * Splits a register into records, RFC 4180 with any line ending and rows of any length. Blank lines are dropped but
 * counted.
 * @param maxRows Most rows below the header that are read, blank ones included.
 * @throws EslabonError REGISTER_SYNTAX with the line of a broken quote or of an endless line, REGISTER_TOO_LARGE.
 */
export function parseRecords(text: string, separator: Separator, maxRows: number): SourceRecord[] {
  refuseLongLine(text);
  const records = split(text, separator, maxRows + 2);
  if (records.length > maxRows + 1) {
    throw new EslabonError('REGISTER_TOO_LARGE', `The register has more than ${maxRows} rows.`, {
      hints: ['Split the register into several files, each with the header row.'],
      details: { maxRows },
    });
  }
  return records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Keeps a row of separators from filling the memory: what comes after the widest header becomes one cell. */
function withoutExcess(cells: string[]): string[] {
  if (cells.length <= maxColumns) return cells;
  return [...cells.slice(0, maxColumns), cells.slice(maxColumns).join('').slice(0, 80)];
}

function split(text: string, separator: Separator, most: number): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      quote: '"',
      escape: '"',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: most,
      on_record: withoutExcess,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line =
      cause.code === 'CSV_QUOTE_NOT_CLOSED'
        ? openQuoteLine(text)
        : Number((cause as { lines?: number }).lines ?? 1);
    throw new EslabonError('REGISTER_SYNTAX', `The quotes of line ${line} of the register do not match.`, {
      hints: [
        'Put the whole cell in quotes and write each quote inside it twice: "Comercial ""El Sol"" S.A.".',
      ],
      cause,
      details: { line },
    });
  }
}
