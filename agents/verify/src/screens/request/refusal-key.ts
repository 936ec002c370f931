import type { en } from '../../words/en.js';

type RefusalKey = keyof typeof en.refusal;

const named = new Set<string>([
  'ANSWER_MALFORMED',
  'ANSWER_NOT_DECRYPTABLE',
  'ANSWER_NOT_ENCRYPTED',
  'ANSWER_OF_ANOTHER_SESSION',
  'ANSWER_LATE',
  'ANSWER_REPEATED',
  'ANSWER_NOT_ASKED_FOR',
  'DISCLOSED_TOO_MUCH',
  'DISCLOSED_TOO_LITTLE',
  'NOT_PRESENTED_BY_HOLDER',
  'PRESENTATION_OUT_OF_DATE',
  'SIGNATURE_INVALID',
  'DELEGATION_EXPIRED',
  'DELEGATION_OUT_OF_PURPOSE',
  'DELEGATION_WITHDRAWN',
] satisfies RefusalKey[]);

/**
 * The key of the words for a refused answer: by its own code; `untrusted` for any other check that it did not pass;
 * `wallet` for what a wallet says of itself, which are the small-letter codes of the protocol.
 */
export function refusalKey(code: string): RefusalKey {
  if (named.has(code)) return code as RefusalKey;
  return /^[A-Z]/.test(code) ? 'untrusted' : 'wallet';
}
