import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import { readForm } from '../read-form.js';

/** Characters that the nonce of a wallet may have. */
const maxWalletNonce = 512;

/**
 * Reads what a wallet sends to fetch a request by POST (OpenID4VP 1.0 §5.10): its nonce, and what it supports, which
 * changes nothing here.
 * @param form body as it came
 * @returns the nonce of the wallet
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function readRequestForm(form: string): string | undefined {
  const parameters = readForm(form);
  const metadata = parameters.get('wallet_metadata');
  if (metadata !== null && !isJsonObject(metadata)) {
    throw presentationRefused(refusalCodes.malformed, 'The parameter wallet_metadata is not a JSON object.');
  }
  const nonce = parameters.get('wallet_nonce');
  if (nonce === null) return undefined;
  if (nonce !== '' && nonce.length <= maxWalletNonce) return nonce;
  throw presentationRefused(
    refusalCodes.malformed,
    `The parameter wallet_nonce has to have 1 to ${maxWalletNonce} characters.`,
  );
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
