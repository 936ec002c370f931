import type { CheckOutcome, CheckResult, VerdictCode } from '@eslabon/core';
import type { CheckId } from '../checks/check.js';

type Answers = Pick<CheckResult, 'id' | 'outcome' | 'code'>;

/** A rule applies when any of these checks has this outcome (and this code, where one is given). */
interface Rule {
  verdict: VerdictCode;
  checks: readonly CheckId[];
  outcome: CheckOutcome;
  code?: string;
}

/**
 * The first rule that applies decides (architecture.md §5). Trust comes first: nothing is said of what may be forged.
 * Revocation is final and expiry certain however old the data are, so they come before the age of the data;
 * a suspension may have been lifted since, so it comes after. Data of a later block than the instant decide nothing:
 * what they show may have happened in between. Whether the company has withdrawn a delegation changes nothing of its
 * certificate: not knowing that comes last.
 */
const rules: readonly Rule[] = [
  {
    verdict: 'UNTRUSTED',
    checks: ['format', 'issuer', 'key', 'signature', 'holder', 'delegation'],
    outcome: 'fail',
  },
  {
    verdict: 'UNDETERMINED',
    checks: ['bundle', 'issuer', 'key', 'status', 'holder'],
    outcome: 'unknown',
  },
  { verdict: 'UNDETERMINED', checks: ['freshness'], outcome: 'unknown', code: 'DATA_NEWER_THAN_INSTANT' },
  { verdict: 'REVOKED', checks: ['status'], outcome: 'fail', code: 'STATUS_REVOKED' },
  { verdict: 'EXPIRED', checks: ['dates'], outcome: 'fail', code: 'EXPIRED' },
  { verdict: 'UNDETERMINED', checks: ['freshness'], outcome: 'unknown' },
  { verdict: 'SUSPENDED', checks: ['status'], outcome: 'fail', code: 'STATUS_SUSPENDED' },
  { verdict: 'NOT_YET_VALID', checks: ['dates'], outcome: 'fail', code: 'NOT_YET_VALID' },
  { verdict: 'NOT_COVERED', checks: ['arrangement'], outcome: 'fail' },
  { verdict: 'UNDETERMINED', checks: ['delegation'], outcome: 'unknown' },
];

/** Nothing is recognised unless all of these passed, whatever a rule forgot. */
const required: readonly CheckId[] = [
  'bundle',
  'format',
  'issuer',
  'key',
  'signature',
  'dates',
  'status',
  'arrangement',
  'freshness',
];

/** And, where somebody presents in the company's place, unless they may. */
const requiredOfDelegates: readonly CheckId[] = ['holder', 'delegation'];

export interface Decision {
  verdict: VerdictCode;
  /** Ids of the checks that decided. */
  because: readonly string[];
}

/** The verdict that follows from the outcomes of the checks of one credential. */
export function decideVerdict(answers: readonly Answers[]): Decision {
  for (const { verdict, checks, outcome, code } of rules) {
    const because = checks.filter((id) =>
      answers.some((a) => a.id === id && a.outcome === outcome && (code === undefined || a.code === code)),
    );
    if (because.length > 0) return { verdict, because };
  }
  const needed = isDelegated(answers) ? [...required, ...requiredOfDelegates] : required;
  const missing = needed.filter((id) => !answers.some((a) => a.id === id && a.outcome === 'pass'));
  if (missing.length > 0) return { verdict: 'UNDETERMINED', because: missing };
  return { verdict: 'RECOGNISED', because: ['arrangement'] };
}

/** By the answer of either check: what one overlooked, the other must not. */
function isDelegated(answers: readonly Answers[]): boolean {
  return answers.some(
    ({ id, outcome, code }) =>
      (id === 'delegation' && outcome !== 'skip') || (id === 'holder' && code === 'HOLDER_IS_DELEGATE'),
  );
}
