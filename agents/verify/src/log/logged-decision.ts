import type { DecisionInput } from '@eslabon/client/contract';

/** What the officer did. `other` is explained by the note. */
export const actions = ['granted', 'refused', 'other'] as const;

export type Action = (typeof actions)[number];

/**
 * A decision as the post keeps it: what is uploaded to the agent, and what stays here. The note is free text and may
 * hold anything; it leaves the post only in an export.
 */
export interface LoggedDecision extends DecisionInput {
  action: Action;
  note: string;
  /** The instant that was asked about, where it was not the moment of the decision; ISO 8601. */
  asked?: string | undefined;
  /** Who it was about; absent where nothing of what was presented could be trusted. */
  company?: { legalName: string; tin: string } | undefined;
  exportedAt?: string | undefined;
  uploadedAt?: string | undefined;
}
