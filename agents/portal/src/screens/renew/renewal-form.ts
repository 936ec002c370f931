import type { RenewalChanges } from '@eslabon/client/contract';
import { type Certificate, dateSchema, type OperatorRole } from '@eslabon/core';

/** A renewal as it is typed. */
export interface RenewalForm {
  decisionDate: string;
  validUntil: string;
  lastValidationDate: string;
  /** Beside those that the certificate has. */
  addedRoles: OperatorRole[];
}

/** What has to be corrected; `nothing` where it would change nothing. */
export type RenewalErrors = ReadonlySet<Exclude<keyof RenewalForm, 'addedRoles'> | 'nothing'>;

/** @param today calendar date in the legal time of the authority */
export function startRenewal(today: string): RenewalForm {
  return { decisionDate: today, validUntil: '', lastValidationDate: '', addedRoles: [] };
}

/** The renewal that was typed, or what is wrong with it. */
export function readRenewal(
  form: RenewalForm,
  { validUntil: before, operatorRoles }: Pick<Certificate, 'validUntil' | 'operatorRoles'>,
): { changes: RenewalChanges } | { errors: RenewalErrors } {
  const errors = new Set<'decisionDate' | 'validUntil' | 'lastValidationDate' | 'nothing'>();
  const { decisionDate, validUntil, lastValidationDate, addedRoles } = form;
  if (!isDate(decisionDate)) errors.add('decisionDate');
  if (lastValidationDate !== '' && !isDate(lastValidationDate)) errors.add('lastValidationDate');
  if (validUntil !== '' && !(isDate(validUntil) && before !== undefined && validUntil > before)) {
    errors.add('validUntil');
  }
  if (validUntil === '' && addedRoles.length === 0) errors.add('nothing');
  if (errors.size > 0) return { errors };
  return {
    changes: {
      decisionDate,
      ...(validUntil !== '' && { validUntil }),
      ...(addedRoles.length > 0 && { operatorRoles: [...operatorRoles, ...addedRoles] }),
      ...(lastValidationDate !== '' && { lastValidationDate }),
    },
  };
}

function isDate(text: string): boolean {
  return dateSchema.safeParse(text).success;
}
