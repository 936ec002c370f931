import type { Country, Purpose } from '@eslabon/core';

/** What the verifier wants to know, and how strict it is. */
export interface Policy {
  /** The country that decides whether to recognise. */
  as: Country;
  /** How far clocks may differ, in seconds; 300 unless given. */
  skewSeconds?: number;
  /** Limits on the age of data in seconds where no arrangement sets them; a day and seven days unless given. */
  defaultFreshness?: { ttl: number; exp: number };
  /** The audience that a presentation must be for; not checked unless given. */
  audience?: string;
  /** The challenge that a presentation must answer; not checked unless given. */
  nonce?: string;
  /** What a presentation is asked for, which a delegation must cover; not checked unless given. */
  purpose?: Purpose;
}

/** A policy with every limit filled in. */
export type FullPolicy = Policy & Required<Pick<Policy, 'skewSeconds' | 'defaultFreshness'>>;

const day = 86_400;

export function fullPolicy(policy: Policy): FullPolicy {
  return {
    ...policy,
    skewSeconds: policy.skewSeconds ?? 300,
    defaultFreshness: policy.defaultFreshness ?? { ttl: day, exp: 7 * day },
  };
}
