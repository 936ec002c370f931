import { z } from 'zod';
import { issuanceRefused } from '../issuance-refused.js';
import { preAuthorizedGrant } from '../offer/credential-offer.js';

const tokenRequestSchema = z.object({
  'pre-authorized_code': z.string().min(1).max(512),
  tx_code: z.string().min(1).max(64),
});

export interface TokenRequest {
  code: string;
  txCode: string;
}

/**
 * Reads a token request (OpenID4VCI 1.0 §6.1) as it stands in the body. Members that other grants or clients need are
 * ignored (RFC 6749 §3.2), and none may come twice.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_request or unsupported_grant_type
 */
export function readTokenRequest(form: string): TokenRequest {
  const parameters = new URLSearchParams(form);
  const names = [...parameters.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) {
    throw issuanceRefused('invalid_request', `The parameter '${repeated.slice(0, 40)}' comes twice.`);
  }
  const grant = parameters.get('grant_type');
  if (grant === null || grant === '')
    throw issuanceRefused('invalid_request', 'The parameter grant_type is missing.');
  if (grant !== preAuthorizedGrant) {
    throw issuanceRefused(
      'unsupported_grant_type',
      `Only the grant type ${preAuthorizedGrant} is supported here.`,
    );
  }
  const parsed = tokenRequestSchema.safeParse(Object.fromEntries(parameters));
  if (parsed.success) return { code: parsed.data['pre-authorized_code'], txCode: parsed.data.tx_code };
  const name = String(parsed.error.issues[0]?.path[0]);
  const sentence = parameters.has(name) ? 'is empty or too long' : 'is missing';
  throw issuanceRefused('invalid_request', `The parameter ${name} ${sentence}.`);
}
