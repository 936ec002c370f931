import { purposeReferenceSchema } from '@eslabon/core';
import { type DelegationDraft, periodOf, referencesOf } from './delegation-draft.js';

const maxReferences = 20;
const maxDays = 31;

/** What is wrong with a form, by field. */
export interface DraftFaults {
  name?: 'nameMissing';
  purposes?: 'purposesMissing';
  references?: 'referenceTooLong' | 'referencesTooMany';
  period?: 'periodMissing' | 'periodEmpty' | 'periodOver' | 'periodTooLong';
}

export function faultsOf(draft: DelegationDraft, now: Date): DraftFaults {
  const references = referencesFault(referencesOf(draft));
  const period = periodFault(draft, now);
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' as const }),
    ...(draft.purposes.length === 0 && { purposes: 'purposesMissing' as const }),
    ...(references !== undefined && { references }),
    ...(period !== undefined && { period }),
  };
}

function referencesFault(references: readonly string[]): DraftFaults['references'] {
  if (references.length > maxReferences) return 'referencesTooMany';
  const areGood = references.every((reference) => purposeReferenceSchema.safeParse(reference).success);
  return areGood ? undefined : 'referenceTooLong';
}

function periodFault(draft: DelegationDraft, now: Date): DraftFaults['period'] {
  const { from, until } = periodOf(draft, now);
  if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) return 'periodMissing';
  if (until <= from) return 'periodEmpty';
  if (until <= now) return 'periodOver';
  return until.getTime() - from.getTime() > maxDays * 86_400_000 ? 'periodTooLong' : undefined;
}
