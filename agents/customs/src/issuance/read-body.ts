import { decryptRequest, type RequestBody, type RequestDecryption } from '@eslabon/exchange';
import type { Request } from 'express';
import { jsonOf } from './json-of.js';

/**
 * The body of a credential request: JSON, or encrypted as `application/jwt`.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_credential_request or invalid_encryption_parameters
 */
export async function readBody(request: Request, key: RequestDecryption): Promise<RequestBody> {
  if (request.is('application/jwt') === false) {
    return { body: jsonOf(request, 'invalid_credential_request'), isEncrypted: false };
  }
  const token = typeof request.body === 'string' ? request.body : '';
  return { body: await decryptRequest(token, key), isEncrypted: true };
}
