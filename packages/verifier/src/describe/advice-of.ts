import type { Verdict, VerdictCode } from '@eslabon/core';
import { verdicts } from '@eslabon/core';

/** What is wrong with how a certificate came, and is put right without an authority or by the company. */
const ownAdvice = [
  'DELEGATION_EXPIRED',
  'DELEGATION_NOT_YET_VALID',
  'DELEGATION_OUT_OF_PURPOSE',
  'DELEGATION_WITHDRAWN',
  'DELEGATION_STATUS_UNKNOWN',
  'DELEGATION_NOT_PRESENTED',
] as const;

/** What there is advice on: every verdict, and some of what leads to one. */
export type AdviceCode = VerdictCode | (typeof ownAdvice)[number];

export const adviceCodes: readonly AdviceCode[] = [...verdicts, ...ownAdvice];

/**
 * On what an officer is advised after a verdict. An authorisation that ended yesterday is UNTRUSTED like a forgery, and
 * nothing to report; but only where nothing else failed, for then the advice on the verdict stands.
 */
export function adviceOf({ verdict, reasons, checks }: Verdict): AdviceCode {
  const found = ownAdvice.find((code) => code === reasons[0]?.code);
  const isAlone = checks.every(({ outcome, code }) => outcome !== 'fail' || code === found);
  return found !== undefined && isAlone ? found : verdict;
}
