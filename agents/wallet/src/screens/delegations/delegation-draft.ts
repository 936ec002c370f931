import type { PurposeKind } from '@eslabon/core';
import type { DelegationWish } from '../../session/contract.js';

export const presets = ['today', 'day', 'week', 'other'] as const;

export type Preset = (typeof presets)[number];

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

export function referencesOf({ references }: Pick<DelegationDraft, 'references'>): string[] {
  return [...new Set(references.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** From when until when. A field that is empty or no date gives an invalid one. */
export function periodOf(
  { preset, from, until }: Pick<DelegationDraft, 'preset' | 'from' | 'until'>,
  now: Date,
): { from: Date; until: Date } {
  switch (preset) {
    case 'today':
      return { from: now, until: new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 59) };
    case 'day':
      return { from: now, until: new Date(now.getTime() + 86_400_000) };
    case 'week':
      return { from: now, until: new Date(now.getTime() + 7 * 86_400_000) };
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
