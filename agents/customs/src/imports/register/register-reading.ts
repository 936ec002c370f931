import type { Certificate, CertificateStatus } from '@eslabon/core';
import type { DateOrder } from './dates/date-order.js';
import type { Encoding } from './decode/decode-text.js';
import type { ColumnShape } from './header/map-header.js';
import type { CellIssue } from './issues/cell-issue.js';
import type { Separator } from './separator/detect-separator.js';

/** How the file was understood, to be shown before anything is imported. */
interface RegisterShape {
  encoding: Encoding;
  separator: Separator;
  /** `ambiguous` when the dates do not tell, or contradict each other; issues say which. */
  dateOrder: DateOrder;
  /** One per column of the header, in its order. */
  columns: ColumnShape[];
  /** Headers that no field is known for. Their cells are not read. */
  unknownColumns: string[];
}

/** A status as registers write it: `expired` is none of ours, it follows from dates or is a revocation. */
export type RegisterStatus = CertificateStatus | 'expired';

export interface RegisterRow {
  /** Row as a spreadsheet counts it: the header of a file without blank lines on top is row 1. */
  row: number;
  /** Present if and only if no issue is an error and the row does not repeat an earlier one (DUPLICATE_ROW). */
  certificate?: Certificate;
  /** Only meaningful beside a certificate; `suspended` where the cell could not be understood. */
  status: RegisterStatus;
  contactEmail?: string;
  /** Also of rows with errors, so that they can be named. */
  certificateNumber?: string;
  issues: CellIssue[];
}

export interface RegisterReading {
  shape: RegisterShape;
  rows: RegisterRow[];
  /** Rows below the header that are not blank. */
  rowCount: number;
}
