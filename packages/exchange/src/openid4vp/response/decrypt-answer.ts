import { isRecord, parseStrictJson } from '@eslabon/credentials';
import { answerEncryptions, answerKeyAgreement } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import { readSealedAnswer } from './read-sealed-answer.js';
import type { OpenAnswer } from './sealed-answer.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Opens an encrypted answer (OpenID4VP 1.0 §8.3): a compact JWE to the key of the session, around JSON. One that is only
 * signed, or encrypted another way, is refused.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function decryptAnswer(jwe: string, open: OpenAnswer): Record<string, unknown> {
  const text = decrypt(jwe, open);
  let answer: unknown;
  try {
    answer = parseStrictJson(text, 'answer');
  } catch (cause) {
    throw presentationRefused(refusalCodes.malformed, 'The decrypted answer is not well-formed JSON.', cause);
  }
  if (isRecord(answer)) return answer;
  throw presentationRefused(refusalCodes.malformed, 'The decrypted answer is not a JSON object.');
}

/** Whatever is wrong, the wallet is told the same: what was found out before the key was used, and what after. */
function decrypt(jwe: string, open: OpenAnswer): string {
  try {
    return utf8.decode(open(readSealedAnswer(jwe)));
  } catch (cause) {
    const how = `${answerKeyAgreement} and ${answerEncryptions.join(' or ')}`;
    throw presentationRefused(
      refusalCodes.undecryptable,
      `The answer is not encrypted to the key of this request (${how}).`,
      cause,
    );
  }
}
