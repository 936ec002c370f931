import type { RegisterField } from '../register-field.js';
import type { CellIssue, CellIssueCode } from './cell-issue.js';
import { excerpt } from './excerpt.js';
import { issueSentences } from './issue-sentences.js';

export interface IssuePlace {
  field?: RegisterField;
  column?: string;
  value?: string;
  /** The further fact that the sentence of this code needs. */
  detail?: string;
}

/** Makes an issue with its severity and its sentence in three languages. */
export function makeIssue(code: CellIssueCode, place: IssuePlace): CellIssue {
  const { field, column, detail = '' } = place;
  const value = place.value === undefined ? undefined : excerpt(place.value);
  const [severity, sentenceOf] = issueSentences[code];
  return {
    ...(field !== undefined && { field }),
    ...(column !== undefined && { column }),
    severity,
    code,
    ...(value !== undefined && { value }),
    sentence: sentenceOf({ value: value ?? '', column: column ?? field ?? '', detail: excerpt(detail) }),
  };
}
