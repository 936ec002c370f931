import { EslabonError } from '@eslabon/core';

/**
 * Errors of the verifying side that a wallet is told, each with its HTTP status (OpenID4VP 1.0 §8.2, §8.5; RFC 6749
 * §4.1.2.1). Whatever is wrong with an answer is `invalid_request`.
 */
export const presentationErrors = {
  invalid_request: 400,
  temporarily_unavailable: 503,
} as const;

export type PresentationError = keyof typeof presentationErrors;

/**
 * A wallet's request or answer is refused: the sentence is for a person.
 * @param code what was wrong, for the record: a code of a check, or one of `refusalCodes`.
 */
export function presentationRefused(code: string, sentence: string, cause?: unknown): EslabonError {
  return new EslabonError('PRESENTATION_REFUSED', sentence, {
    details: { error: 'invalid_request' satisfies PresentationError, code },
    ...(cause !== undefined && { cause }),
  });
}

/** What may be wrong with an answer before any check of a verdict is made. */
export const refusalCodes = {
  malformed: 'ANSWER_MALFORMED',
  undecryptable: 'ANSWER_NOT_DECRYPTABLE',
  notEncrypted: 'ANSWER_NOT_ENCRYPTED',
  otherSession: 'ANSWER_OF_ANOTHER_SESSION',
  late: 'ANSWER_LATE',
  repeated: 'ANSWER_REPEATED',
  unasked: 'ANSWER_NOT_ASKED_FOR',
  tooMuch: 'DISCLOSED_TOO_MUCH',
  tooLittle: 'DISCLOSED_TOO_LITTLE',
  notPresented: 'NOT_PRESENTED_BY_HOLDER',
  notBound: 'HOLDER_NOT_BOUND',
  outOfDate: 'PRESENTATION_OUT_OF_DATE',
} as const;
