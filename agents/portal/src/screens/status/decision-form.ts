import type { OperationRequest, Operations } from '@eslabon/client/contract';
import { dateSchema, type StatusAction, type StatusReason } from '@eslabon/core';
import { reasonsFor } from './possible-actions.js';

/** A decision as it is typed. */
export interface DecisionForm {
  reason: string;
  reference: string;
  date: string;
  effectiveDate: string;
  /** The certificate number once more, to revoke. */
  confirm: string;
}

/** What the agent is sent. */
export type Decision = OperationRequest<Operations['changeStatus']>['body'];

/** Members that have to be corrected. */
export type DecisionErrors = ReadonlySet<keyof DecisionForm>;

/** @param today calendar date in the legal time of the authority */
export function startDecision(action: StatusAction, today: string): DecisionForm {
  const [reason = ''] = action === 'reinstate' ? reasonsFor.reinstate : [];
  return { reason, reference: '', date: today, effectiveDate: '', confirm: '' };
}

/** The decision that was typed, or what is wrong with it. */
export function readDecision(
  action: StatusAction,
  form: DecisionForm,
  certificateNumber: string,
): { decision: Decision } | { errors: DecisionErrors } {
  const errors = new Set<keyof DecisionForm>();
  const reference = form.reference.trim();
  const effectiveDate = form.effectiveDate === '' ? {} : { effectiveDate: form.effectiveDate };
  if (!(reasonsFor[action] as readonly string[]).includes(form.reason)) errors.add('reason');
  if (reference === '' || reference.length > 100) errors.add('reference');
  if (!isDate(form.date)) errors.add('date');
  if (form.effectiveDate !== '' && !isDate(form.effectiveDate)) errors.add('effectiveDate');
  const confirm = form.confirm.trim();
  if (action === 'revoke' && confirm !== certificateNumber) errors.add('confirm');
  if (errors.size > 0) return { errors };
  const decision: Decision = {
    ...{ action, reason: form.reason as StatusReason, decision: { reference, date: form.date } },
    ...{ ...effectiveDate, ...(action === 'revoke' && { confirm }) },
  };
  return { decision };
}

function isDate(text: string): boolean {
  return dateSchema.safeParse(text).success;
}
