import type { CheckOutcome, CheckResult } from '@eslabon/core';
import type { MessageCode } from '../messages/message-code.js';
import { sentenceOf } from '../messages/sentence-of.js';
import type { CheckId } from './check.js';

/** Puts an answer together; the sentence in every language follows from the code and the evidence. */
export function checkResult(
  id: CheckId,
  outcome: CheckOutcome,
  code: MessageCode,
  evidence: Readonly<Record<string, unknown>> = {},
): CheckResult {
  return { id, outcome, code, sentence: sentenceOf(code, evidence), evidence };
}
