import { parseStrictJsonBytes } from '@eslabon/credentials';
import { type CryptoKey, compactDecrypt, type KeyObject } from 'jose';
import { issuanceRefused } from '../issuance-refused.js';
import { contentEncryptions, encryptionAlgorithm } from './encryption-metadata.js';

/** The issuer's key that wallets encrypt requests to. */
export interface RequestDecryption {
  privateKey: KeyObject | CryptoKey;
  kid: string;
}

/**
 * Opens an encrypted credential request (OpenID4VCI 1.0 §10).
 * @param token compact JWE
 * @returns its content as JSON
 * @throws EslabonError ISSUANCE_REFUSED with invalid_encryption_parameters
 */
export async function decryptRequest(token: string, key: RequestDecryption): Promise<unknown> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(token, key.privateKey, {
      keyManagementAlgorithms: [encryptionAlgorithm],
      contentEncryptionAlgorithms: [...contentEncryptions],
    });
    // The standard names the key by its kid; without one there is but this key.
    if ((protectedHeader.kid ?? key.kid) !== key.kid || protectedHeader.zip !== undefined)
      throw new TypeError();
    return parseStrictJsonBytes(plaintext, 'request');
  } catch (cause) {
    throw issuanceRefused(
      'invalid_encryption_parameters',
      'The request is not encrypted to the key and by the algorithms of the issuer metadata, or is no JSON.',
      cause,
    );
  }
}
