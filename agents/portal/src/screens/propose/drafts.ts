import type { ProposalForm } from './proposal-form.js';

/**
 * What was typed and not sent yet, by the id of who typed it: whoever is signed out in between, or looks at another page,
 * goes on where they were. Of this tab, and gone with a reload.
 */
const drafts = new Map<string, ProposalForm>();

export function draftOf(callerId: string): ProposalForm | undefined {
  return drafts.get(callerId);
}

export function keepDraft(callerId: string, form: ProposalForm): void {
  drafts.set(callerId, form);
}

export function forgetDraft(callerId: string): void {
  drafts.delete(callerId);
}
