import type { PurposeKind } from '@eslabon/core';
import type { DelegationWish } from '../../session/contract.js';

export const presets = ['today', 'day', 'week', 'other'] as const;

type Preset = (typeof presets)[number];

/** What stands in the form. */
export interface DelegationDraft {
  certificateId: string;
  name: string;
  purposes: readonly PurposeKind[];
  /** One on each line. */
  references: string;
  preset: Preset;
  /** As the fields for date and time have them, by the clock of the device; only where the preset is `other`. */
  from: string;
  until: string;
  withdrawable: boolean;
  /** Seconds. */
  maxAge: number;
}

/** A day at the counter: what is asked for most. */
export function newDraft(certificateId: string, name: string, now: Date): DelegationDraft {
  return {
    certificateId,
    name,
    purposes: ['counter'],
    references: '',
    preset: 'day',
    from: fieldOf(now),
    until: fieldOf(periodOf({ preset: 'day', from: '', until: '' }, now).until),
    withdrawable: true,
    maxAge: 86_400,
  };
}

/** Whether it can be for some numbers only: at a counter there are none. */
export function hasReferences({ purposes }: Pick<DelegationDraft, 'purposes'>): boolean {
  return purposes.some((kind) => kind !== 'counter');
}

export function referencesOf({
  purposes,
  references,
}: Pick<DelegationDraft, 'purposes' | 'references'>): string[] {
  if (!hasReferences({ purposes })) return [];
  return [...new Set(references.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** From when until when. A field that is empty or no date gives an invalid one. */
export function periodOf(
  { preset, from, until }: Pick<DelegationDraft, 'preset' | 'from' | 'until'>,
  now: Date,
): { from: Date; until: Date } {
  // The minute that has begun: whoever reads it a moment later, by a clock a little behind, finds it valid.
  const begun = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  switch (preset) {
    case 'today':
      return { from: begun, until: new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 59) };
    case 'day':
      return { from: begun, until: new Date(now.getTime() + 86_400_000) };
    case 'week':
      return { from: begun, until: new Date(now.getTime() + 7 * 86_400_000) };
    case 'other':
      return { from: new Date(from), until: new Date(until) };
  }
}

export function wishOf(draft: DelegationDraft, did: string, now: Date): DelegationWish {
  const { from, until } = periodOf(draft, now);
  return {
    certificateId: draft.certificateId,
    delegate: { did, name: draft.name.trim() },
    purposes: draft.purposes,
    references: referencesOf(draft),
    validFrom: from,
    validUntil: until,
    ...(draft.withdrawable && { statusMaxAge: draft.maxAge }),
  };
}

/** An instant as a field for date and time has it: by the clock of the device, to the minute. */
function fieldOf(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
