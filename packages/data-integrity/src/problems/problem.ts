import type { ProblemCode } from './problem-types.js';

/** One rule that a document or a proof breaks. */
export interface Problem {
  code: ProblemCode;
  /** Where, as a JSON pointer into the document (RFC 6901); '' is the whole document. */
  pointer: string;
  /** A sentence with the offending value. */
  message: string;
}

/** Where a check is, and how it reports: nested checks get a report with a longer pointer. */
export type Report = (code: ProblemCode, pointer: string, message: string) => void;
