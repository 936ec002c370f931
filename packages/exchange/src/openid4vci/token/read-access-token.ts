import { issuanceRefused } from '../issuance-refused.js';

export interface PresentedToken {
  scheme: 'Bearer' | 'DPoP';
  token: string;
}

/**
 * The access token of a request (RFC 6750 §2.1, RFC 9449 §7.1). One in the address would end up in logs and histories:
 * such requests are refused, whatever else they have.
 * @param query names of the address' parameters.
 * @returns `undefined` when there is none
 * @throws EslabonError ISSUANCE_REFUSED with invalid_request or invalid_token
 */
export function readAccessToken(
  authorization: string | undefined,
  query: readonly string[],
): PresentedToken | undefined {
  if (query.includes('access_token')) {
    throw issuanceRefused(
      'invalid_request',
      'An access token must not stand in the address; send it as a header.',
    );
  }
  if (authorization === undefined) return undefined;
  const [, scheme = '', token] = /^(Bearer|DPoP) +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined) {
    throw issuanceRefused(
      'invalid_token',
      'The authorization header is not of the form Bearer or DPoP and a token.',
    );
  }
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer', token };
}
