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
  'DELEGATION_SIGNATURE',
  'DELEGATION_EXPIRED',
  'DELEGATION_NOT_YET_VALID',
  'DELEGATION_OUT_OF_PURPOSE',
  'DELEGATION_WITHDRAWN',
] satisfies RefusalKey[]);

/** Checks that tell an officer the same. */
const alike: ReadonlyMap<string, RefusalKey> = new Map([
  ['HOLDER_NOT_BOUND', 'NOT_PRESENTED_BY_HOLDER'],
  ['HOLDER_NOT_PROVEN', 'NOT_PRESENTED_BY_HOLDER'],
  ['HOLDER_NOT_SUBJECT', 'NOT_PRESENTED_BY_HOLDER'],
  ['HOLDER_METHOD_UNSUPPORTED', 'NOT_PRESENTED_BY_HOLDER'],
  ['HOLDER_NOT_DELEGATE', 'NOT_PRESENTED_BY_HOLDER'],
  ['DELEGATION_NOT_PRESENTED', 'NOT_PRESENTED_BY_HOLDER'],
  ['PRESENTATION_FOR_ANOTHER', 'ANSWER_OF_ANOTHER_SESSION'],
  ['PRESENTATION_REPLAYED', 'ANSWER_OF_ANOTHER_SESSION'],
  ['DELEGATION_NOT_OF_HOLDER', 'DELEGATION_SIGNATURE'],
]);

/**
 * The key of the words for a refused answer: by its own code or one like it; `untrusted` for any other check that it did not pass;
 * `wallet` for what a wallet says of itself, which are the small-letter codes of the protocol.
 */
export function refusalKey(code: string): RefusalKey {
  if (named.has(code)) return code as RefusalKey;
  return alike.get(code) ?? (/^[A-Z]/.test(code) ? 'untrusted' : 'wallet');
}
