import type { CheckResult, Verdict } from '@eslabon/core';

/** Passes that an officer should hear of all the same. */
const warnings = new Set(['DATA_AGEING', 'COVERED_IN_PART', 'HOLDER_NOT_BOUND', 'DELEGATION_VALID']);

/**
 * The sentences that led to a verdict: first of the checks that decided, then of everything else that failed or could
 * not be checked, then warnings.
 */
export function reasonsOf(results: readonly CheckResult[], because: readonly string[]): Verdict['reasons'] {
  const decisive = results.filter(({ id }) => because.includes(id));
  const others = results.filter((result) => !decisive.includes(result));
  const failed = others.filter(({ outcome }) => outcome === 'fail');
  const unknown = others.filter(({ outcome }) => outcome === 'unknown');
  const warned = others.filter(({ outcome, code }) => outcome === 'pass' && warnings.has(code));
  return [...decisive, ...failed, ...unknown, ...warned].map(({ code, sentence }) => ({ code, sentence }));
}
