import type { CheckResult } from '@eslabon/core';
import type { MessageCode } from '../messages/message-code.js';
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

/** Checks that look at what need not be there, and what they say then. */
const nothingThere: Partial<Record<CheckId, MessageCode>> = {
  holder: 'NO_PRESENTATION',
  delegation: 'NO_DELEGATION',
};

function skipped(id: CheckId, { credential }: CheckContext): CheckResult {
  const code = credential === undefined ? undefined : nothingThere[id];
  return checkResult(id, 'skip', code ?? 'NOT_CHECKED');
}
