import type { LoadedBundle } from '@eslabon/bundle';
import { limitsIn } from '../facts/as-of.js';
import { freshnessOf } from '../facts/freshness-of.js';
import type { Check } from './check.js';
import { checkResult } from './check-result.js';

const answers = {
  fresh: { outcome: 'pass', code: 'DATA_FRESH' },
  ageing: { outcome: 'pass', code: 'DATA_AGEING' },
  stale: { outcome: 'unknown', code: 'DATA_STALE' },
} as const;

/** Are the data recent enough for the instant, and not of a later one, in which what happened since would show? */
export const freshnessCheck: Check = {
  id: 'freshness',
  applies: ({ bundle }) => bundle !== undefined,
  run: (context) => {
    const { timestamp } = (context.bundle as LoadedBundle).block;
    const age = context.at - timestamp;
    const limits = limitsIn(context);
    const evidence = { age, ...limits, blockTime: new Date(timestamp * 1000).toISOString() };
    if (age < -context.policy.skewSeconds) {
      return checkResult('freshness', 'unknown', 'DATA_NEWER_THAN_INSTANT', evidence);
    }
    const { outcome, code } = answers[freshnessOf(age, limits)];
    return checkResult('freshness', outcome, code, evidence);
  },
};
