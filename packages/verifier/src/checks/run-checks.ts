import type { CheckResult } from '@eslabon/core';
import type { CheckContext, CheckId } from './check.js';
import { checkResult } from './check-result.js';
import { checks } from './checks.js';

/** Runs every check on one credential. A check that has nothing to look at answers `skip` and says why. */
export function runChecks(start: Omit<CheckContext, 'results'>): CheckContext {
  const results = new Map<CheckId, CheckResult>();
  const context: CheckContext = { ...start, results };
  for (const check of checks) {
    results.set(check.id, check.applies(context) ? check.run(context) : skipped(check.id, context));
  }
  return context;
}

function skipped(id: CheckId, { credential }: CheckContext): CheckResult {
  return checkResult(
    id,
    'skip',
    id === 'holder' && credential !== undefined ? 'NO_PRESENTATION' : 'NOT_CHECKED',
  );
}
