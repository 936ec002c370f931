import { z } from 'zod';
import { issuanceRefused } from '../issuance-refused.js';

const deferredRequestSchema = z.object({ transaction_id: z.string().min(1).max(512) });

/**
 * Reads a deferred credential request (OpenID4VCI 1.0 §9.1).
 * @returns the transaction id
 * @throws EslabonError ISSUANCE_REFUSED with invalid_credential_request or invalid_encryption_parameters
 */
export function readDeferredRequest(body: unknown): string {
  const parsed = deferredRequestSchema.safeParse(body);
  if (!parsed.success) {
    throw issuanceRefused(
      'invalid_credential_request',
      'The body has to be a JSON object with a transaction_id.',
    );
  }
  if (Object.hasOwn(body as object, 'credential_response_encryption')) {
    throw issuanceRefused(
      'invalid_encryption_parameters',
      'Encrypted credential responses are not supported here.',
    );
  }
  return parsed.data.transaction_id;
}
