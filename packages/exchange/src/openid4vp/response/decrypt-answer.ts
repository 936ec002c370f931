import { parseStrictJson } from '@eslabon/credentials';
import { type CryptoKey, compactDecrypt, type KeyObject } from 'jose';
import { answerEncryptions, answerKeyAgreement } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';

/**
 * Opens an encrypted answer (OpenID4VP 1.0 §8.3): a compact JWE to the key of the session, around JSON. One that is only
 * signed, or encrypted another way, is refused.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export async function decryptAnswer(
  jwe: string,
  key: CryptoKey | KeyObject,
): Promise<Record<string, unknown>> {
  const text = await decrypt(jwe, key);
  let answer: unknown;
  try {
    answer = parseStrictJson(text, 'answer');
  } catch (cause) {
    throw presentationRefused(refusalCodes.malformed, 'The decrypted answer is not well-formed JSON.', cause);
  }
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
    return answer as Record<string, unknown>;
  }
  throw presentationRefused(refusalCodes.malformed, 'The decrypted answer is not a JSON object.');
}

async function decrypt(jwe: string, key: CryptoKey | KeyObject): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [answerKeyAgreement],
      contentEncryptionAlgorithms: [...answerEncryptions],
      // Nothing of the standard compresses, and a little that was compressed may become a lot.
      maxDecompressedLength: 0,
    });
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch (cause) {
    const how = `${answerKeyAgreement} and ${answerEncryptions.join(' or ')}`;
    throw presentationRefused(
      refusalCodes.undecryptable,
      `The answer is not encrypted to the key of this request (${how}).`,
      cause,
    );
  }
}
