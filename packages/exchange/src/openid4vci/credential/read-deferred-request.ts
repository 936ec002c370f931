import { z } from 'zod';
import { type ResponseEncryption, readResponseEncryption } from '../encryption/read-response-encryption.js';
import { issuanceRefused } from '../issuance-refused.js';
import type { RequestBody } from './read-credential-request.js';

const deferredRequestSchema = z.object({
  transaction_id: z.string().min(1).max(512),
  credential_response_encryption: z.unknown().optional(),
});

export interface DeferredRequest {
  transactionId: string;
  /** Absent where the response goes in the clear. */
  encryption?: ResponseEncryption;
}

/**
 * Reads a deferred credential request (OpenID4VCI 1.0 §9.1). Whether its response is encrypted is for this request to
 * say, whatever the one before had.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_credential_request or invalid_encryption_parameters
 */
export function readDeferredRequest({ body, isEncrypted }: RequestBody): DeferredRequest {
  const parsed = deferredRequestSchema.safeParse(body);
  if (!parsed.success) {
    throw issuanceRefused(
      'invalid_credential_request',
      'The body has to be a JSON object with a transaction_id.',
    );
  }
  const { transaction_id: transactionId, credential_response_encryption: asked } = parsed.data;
  const encryption = readResponseEncryption(asked, isEncrypted);
  return { transactionId, ...(encryption && { encryption }) };
}
