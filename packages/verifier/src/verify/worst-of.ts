import type { CheckResult, Verdict, VerdictCode } from '@eslabon/core';
import { sentenceOf } from '../messages/sentence-of.js';

/** From worst to best; the order in which the rules of a verdict are tried. */
const fromWorst: readonly VerdictCode[] = [
  'UNTRUSTED',
  'UNDETERMINED',
  'REVOKED',
  'EXPIRED',
  'SUSPENDED',
  'NOT_YET_VALID',
  'NOT_COVERED',
  'RECOGNISED',
];

/**
 * The verdict on a presentation of several credentials: the worst of theirs, the first among equals. An answer
 * `credentials` says which it is and what the others were.
 */
export function worstOf(verdicts: readonly [Verdict, ...Verdict[]]): Verdict {
  const [first] = verdicts;
  if (verdicts.length === 1) return first;
  const worst = verdicts.reduce((a, b) => (rank(b) < rank(a) ? b : a), first);
  const evidence = {
    decisive: verdicts.indexOf(worst) + 1,
    of: verdicts.length,
    verdicts: verdicts.map(({ verdict }) => verdict),
  };
  const code = 'SEVERAL_CREDENTIALS';
  const sentence = sentenceOf(code, evidence);
  const result: CheckResult = { id: 'credentials', outcome: 'pass', code, sentence, evidence };
  return {
    ...worst,
    reasons: [...worst.reasons, { code, sentence }],
    checks: [...worst.checks, result],
  };
}

function rank({ verdict }: Verdict): number {
  return fromWorst.indexOf(verdict);
}
