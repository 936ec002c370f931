import { EslabonError } from '@eslabon/core';
import { type FieldErrors, issueErrors } from './field-errors.js';
import type { ProposalForm } from './proposal-form.js';

/** What the agent finds wrong with which field; undefined where that is not what went wrong. */
export function refusedFields(error: unknown, form: ProposalForm): FieldErrors | undefined {
  if (!(error instanceof EslabonError)) return undefined;
  if (error.code === 'CERTIFICATE_EXISTS') return { certificateNumber: { key: 'numberTaken' } };
  const { issues } = error.details as { issues?: { path: string; message: string }[] };
  if (error.code !== 'INPUT_INVALID' || issues === undefined) return undefined;
  const found = issueErrors(
    issues.map(({ path, message }) => ({ path: path.split('.').slice(1), message })),
    form,
  );
  return Object.keys(found).length === 0 ? undefined : found;
}
