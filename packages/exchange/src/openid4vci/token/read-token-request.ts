import { z } from 'zod';
import { readParameters } from '../../form/read-parameters.js';
import { issuanceRefused } from '../issuance-refused.js';
import { preAuthorizedGrant } from '../offer/credential-offer.js';

/** Grant types of the token endpoint, each with the parameters that it needs. */
const grants = {
  [preAuthorizedGrant]: z
    .object({ 'pre-authorized_code': z.string().min(1).max(512), tx_code: z.string().min(1).max(64) })
    .transform((read) => ({
      grant: 'pre-authorized_code' as const,
      code: read['pre-authorized_code'],
      txCode: read.tx_code,
    })),
  refresh_token: z
    .object({ refresh_token: z.string().min(1).max(512) })
    .transform((read) => ({ grant: 'refresh_token' as const, refreshToken: read.refresh_token })),
};

export const tokenGrants = Object.keys(grants) as (keyof typeof grants)[];

export interface CodeRequest {
  grant: 'pre-authorized_code';
  code: string;
  txCode: string;
}

export interface RefreshRequest {
  grant: 'refresh_token';
  refreshToken: string;
}

export type TokenRequest = CodeRequest | RefreshRequest;

/**
 * Reads a token request as it stands in the body: with the code of an offer (OpenID4VCI 1.0 §6.1) or with a refresh
 * token (RFC 6749 §6). Members that other grants or clients need are ignored (RFC 6749 §3.2), and none may come twice.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_request or unsupported_grant_type
 */
export function readTokenRequest(form: string): TokenRequest {
  const parameters = readParameters(form, (sentence) => issuanceRefused('invalid_request', sentence));
  const asked = parameters.get('grant_type');
  if (asked === null || asked === '')
    throw issuanceRefused('invalid_request', 'The parameter grant_type is missing.');
  const grant = tokenGrants.find((name) => name === asked);
  if (grant === undefined) {
    throw issuanceRefused(
      'unsupported_grant_type',
      `Only the grant types ${tokenGrants.join(' and ')} are supported here.`,
    );
  }
  const parsed = grants[grant].safeParse(Object.fromEntries(parameters));
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]);
  const sentence = parameters.has(name) ? 'is empty or too long' : 'is missing';
  throw issuanceRefused('invalid_request', `The parameter ${name} ${sentence}.`);
}
