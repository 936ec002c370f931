import { CompactEncrypt, importJWK } from 'jose';
import { answerEncryptions, answerKeyAgreement } from '../configuration.js';
import type { EncryptionJwk } from '../request/client-metadata.js';

/**
 * Encrypts the answer of a wallet to the key in the metadata of a request (OpenID4VP 1.0 §8.3).
 * @returns a compact JWE, for the parameter `response`
 */
export async function encryptAnswer(
  answer: object,
  { kid, ...jwk }: EncryptionJwk & { kid: string },
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer)))
    .setProtectedHeader({ alg: answerKeyAgreement, enc: answerEncryptions[0], kid })
    .encrypt(await importJWK({ ...jwk }, answerKeyAgreement));
}
