import { base64urlEncode } from '@eslabon/credentials';
import { randomBytes } from '../../keys/bytes.js';
import { boundedFetch, type Fetch } from '../../net/bounded-fetch.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import type { RequestLink } from './request-link.js';

export interface FetchedRequest {
  /** JWT. */
  request: string;
  /** Where it was fetched, if it was. */
  requestUri?: string | undefined;
  /** What the request has to repeat, where we could say it. */
  walletNonce: string | undefined;
}

/** What a verifier is told that this wallet can do (OpenID4VP 1.0 §10.1): the same for all of them. */
const walletMetadata = {
  vp_formats_supported: {
    'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
    jwt_vc_json: { alg_values: ['ES256'] },
  },
  response_types_supported: ['vp_token'],
  response_modes_supported: ['direct_post', 'direct_post.jwt'],
  client_id_prefixes_supported: ['decentralized_identifier', 'x509_san_dns', 'x509_hash'],
  request_object_signing_alg_values_supported: ['ES256', 'ES256K', 'EdDSA', 'ES384', 'ES512'],
};

/**
 * Fetches a request object, by POST with a nonce of ours where the verifier takes one (OpenID4VP 1.0 §5.10): then
 * nobody else can have fetched it for us.
 * @throws TroubleError REQUEST_GONE, ANSWER_INVALID, or what the network throws
 */
export async function fetchRequest(fetch: Fetch, link: RequestLink): Promise<FetchedRequest> {
  if ('request' in link) return { request: link.request, walletNonce: undefined };
  const bounded = boundedFetch(fetch, { maxBytes: 131_072 });
  const headers = { accept: 'application/oauth-authz-req+jwt' };
  const walletNonce = link.method === 'post' ? base64urlEncode(randomBytes(24)) : undefined;
  const body = new URLSearchParams({
    wallet_metadata: JSON.stringify(walletMetadata),
    wallet_nonce: walletNonce ?? '',
  });
  const response = await bounded(
    link.requestUri,
    walletNonce === undefined ? { headers } : { method: 'POST', headers, body },
  );
  if (response.status >= 400 && response.status < 500) {
    throw new TroubleError(
      'REQUEST_GONE',
      `The verifier does not have this request any more (${response.status}).`,
    );
  }
  if (!response.ok)
    throw new TroubleError('ANSWER_INVALID', `The verifier answered with ${response.status}.`);
  return { request: (await response.text()).trim(), requestUri: link.requestUri, walletNonce };
}
