import { CompactEncrypt, importJWK } from 'jose';
import { encryptionAlgorithm } from './encryption-metadata.js';
import type { ResponseEncryption } from './read-response-encryption.js';

/** Encrypts a response to the key that the wallet named (OpenID4VCI 1.0 §10). @returns compact JWE */
export async function encryptResponse(
  response: object,
  { jwk, kid, enc }: ResponseEncryption,
): Promise<string> {
  const header = { alg: encryptionAlgorithm, enc, ...(kid !== undefined && { kid }) };
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(response)))
    .setProtectedHeader(header)
    .encrypt(await importJWK(jwk, encryptionAlgorithm));
}
