import type { LoadedBundle } from '@eslabon/bundle';
import type { CheckResult, EslabonError } from '@eslabon/core';
import type { ParsedCredential, ParsedPresentation, SignatureVerifier } from '@eslabon/credentials';
import type { FullPolicy } from '../verify/policy.js';

export type CheckId =
  | 'bundle'
  | 'format'
  | 'issuer'
  | 'key'
  | 'signature'
  | 'dates'
  | 'status'
  | 'arrangement'
  | 'freshness'
  | 'holder'
  | 'delegation';

/** All that a check may look at. One credential at a time, in its presentation where it came in one. */
export interface CheckContext {
  /** Absent when the source failed; `sourceFailure` says why. */
  bundle: LoadedBundle | undefined;
  sourceFailure: EslabonError | undefined;
  /** Absent when what was presented could not be read; `parseFailure` says why. */
  credential: ParsedCredential | undefined;
  presentation: ParsedPresentation | undefined;
  parseFailure: EslabonError | undefined;
  policy: FullPolicy;
  /** Unix seconds. */
  at: number;
  verifySignature: SignatureVerifier;
  /** Answers of the checks before this one. */
  results: ReadonlyMap<CheckId, CheckResult>;
}

/**
 * One question with one answer. `applies` says whether there is anything to look at; where there is not, the answer is
 * `skip`. `run` never throws: what could not be checked is `unknown`, never `fail`.
 */
export interface Check {
  id: CheckId;
  applies: (context: CheckContext) => boolean;
  run: (context: CheckContext) => CheckResult;
}

/** True when an earlier check passed. */
export function passed(context: CheckContext, id: CheckId): boolean {
  return context.results.get(id)?.outcome === 'pass';
}
