import type { ExchangeProblem } from '../problems/exchange-problem.js';

/** What a verification looks at. `certificate`: the checks of an AEO verdict, where the credential is a certificate. */
export type ExchangeCheck =
  | 'dataModel'
  | 'proof'
  | 'validity'
  | 'credentialStatus'
  | 'certificate'
  | 'credentials';

/** The answer of one check. `unknown`: it could not be made, which is no failure and no success. */
export interface ExchangeCheckResult {
  check: ExchangeCheck;
  outcome: 'pass' | 'fail' | 'unknown';
  problems: readonly ExchangeProblem[];
}

/** What a verification found. */
export interface Verification {
  /** `unknown`: nothing failed, but something could not be looked up. */
  outcome: 'verified' | 'refused' | 'unknown';
  checks: readonly ExchangeCheckResult[];
  /** What a caller should know although it is verified. */
  warnings: readonly ExchangeProblem[];
}

/** A check that passes unless there are problems. */
export function resultOf(check: ExchangeCheck, problems: readonly ExchangeProblem[]): ExchangeCheckResult {
  return { check, outcome: problems.length === 0 ? 'pass' : 'fail', problems };
}

/** Puts checks together: one that failed decides, whatever could not be checked beside it. */
export function conclude(
  checks: readonly ExchangeCheckResult[],
  warnings: readonly ExchangeProblem[] = [],
): Verification {
  const has = (outcome: ExchangeCheckResult['outcome']) => checks.some((check) => check.outcome === outcome);
  const outcome = has('fail') ? 'refused' : has('unknown') || checks.length === 0 ? 'unknown' : 'verified';
  return { outcome, checks, warnings };
}
