import { EslabonError } from '@eslabon/core';

/**
 * Errors of the issuing side, each with its HTTP status (OpenID4VCI 1.0 §6.3, §8.3.1.2, §9.3, §11.3; RFC 6749 §5.2;
 * RFC 6750 §3.1; RFC 8628 §3.5; RFC 9449 §5, §7.1).
 */
export const issuanceErrors = {
  invalid_request: 400,
  invalid_grant: 400,
  unsupported_grant_type: 400,
  slow_down: 400,
  invalid_dpop_proof: 400,
  invalid_credential_request: 400,
  unknown_credential_configuration: 400,
  unknown_credential_identifier: 400,
  invalid_proof: 400,
  invalid_nonce: 400,
  invalid_encryption_parameters: 400,
  credential_request_denied: 400,
  invalid_transaction_id: 400,
  invalid_notification_id: 400,
  invalid_notification_request: 400,
  invalid_token: 401,
} as const;

export type IssuanceError = keyof typeof issuanceErrors;

/** A refusal in the words of the standard: `details.error` is its code, the sentence is for a person. */
export function issuanceRefused(error: IssuanceError, sentence: string, cause?: unknown): EslabonError {
  return new EslabonError('ISSUANCE_REFUSED', sentence, {
    details: { error },
    ...(cause !== undefined && { cause }),
  });
}
