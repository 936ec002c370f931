import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import { TroubleError } from '../trouble/trouble-error.js';

/**
 * The server that gives tokens for an issuer, and whether it binds them to keys of ours.
 * @throws TroubleError ANSWER_INVALID
 */
export function authorizationServerOf({ authorizationServers, credentialIssuer }: IssuerMetadataResult) {
  const { credential_issuer: own, authorization_servers: named } = credentialIssuer;
  const url = named?.[0] ?? own;
  const server = authorizationServers.find(({ issuer }) => issuer === url);
  if (server === undefined)
    throw new TroubleError('ANSWER_INVALID', `Nothing is known of ${url.slice(0, 120)}.`);
  return { server, isBound: server.dpop_signing_alg_values_supported?.includes('ES256') ?? false };
}
