import type { Sentence } from '@eslabon/core';
import type { RegisterField } from '../register-field.js';

/** Codes of what can be wrong with a row or cell. A contract: screens and scripts switch on them. */
export const cellIssueCodes = [
  'ROW_SHORT',
  'ROW_LONG',
  'CELL_REQUIRED',
  'CELL_FORMULA',
  'CELL_UNREADABLE_CHARACTER',
  'CELL_TOO_LONG',
  'CELL_INVALID',
  'TIN_INVALID',
  'NATIONAL_ID_CHECK_DIGIT',
  'NATIONAL_ID_FORMAT',
  'LEGAL_NAME_LONG',
  'CERTIFICATE_TYPE_UNKNOWN',
  'ROLE_UNKNOWN',
  'ROLE_REPEATED',
  'STATUS_UNKNOWN',
  'STATUS_EXPIRED',
  'DATE_INVALID',
  'DATE_ORDER_ASSUMED',
  'DATE_ORDER_CONFLICT',
  'DATES_REVERSED',
  'EMAIL_INVALID',
  'DUPLICATE_ROW',
  'DUPLICATE_NUMBER',
] as const;

export type CellIssueCode = (typeof cellIssueCodes)[number];

export interface CellIssue {
  /** Absent when the issue concerns the whole row. */
  field?: RegisterField;
  /** Header of the column as the file writes it. */
  column?: string;
  /** A row with an error has no certificate. */
  severity: 'error' | 'warning';
  code: CellIssueCode;
  /** The cell, at most 80 characters of it. */
  value?: string;
  sentence: Sentence;
}
