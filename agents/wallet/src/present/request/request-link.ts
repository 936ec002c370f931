import { TroubleError } from '../../trouble/trouble-error.js';

/** Where a request is: to be fetched, or within the link. */
export type RequestLink = { clientId: string } & (
  | { requestUri: string; method: 'get' | 'post' }
  | { request: string }
);

const schemes = /^(openid4vp|haip|haip-vp|eudi-openid4vp|https?):$/;

/**
 * The request in what somebody scanned, pasted or clicked (OpenID4VP 1.0 §5.4): `openid4vp://…`, an https link with the
 * same parameters, or a link into this wallet that has one of these after `#request=`.
 * @throws TroubleError LINK_UNKNOWN; REQUEST_UNSIGNED for one whose parameters stand in the link, where nobody signed
 */
export function requestLinkOf(text: string): RequestLink {
  const link = text.trim();
  const url = link.length <= 65_536 && URL.canParse(link) ? new URL(link) : undefined;
  const inner = new URLSearchParams(url?.hash.slice(1)).get('request');
  if (inner !== null && !inner.includes('#request=')) return requestLinkOf(inner);
  const clientId = url?.searchParams.get('client_id') ?? undefined;
  if (url === undefined || clientId === undefined || !schemes.test(url.protocol)) {
    throw new TroubleError('LINK_UNKNOWN', 'This is not the link of a request.');
  }
  const { searchParams: parameters } = url;
  const requestUri = parameters.get('request_uri') ?? undefined;
  const request = parameters.get('request') ?? undefined;
  if (requestUri !== undefined && request === undefined) {
    const method = parameters.get('request_uri_method') === 'post' ? 'post' : 'get';
    return { clientId, requestUri, method };
  }
  if (request !== undefined && requestUri === undefined) return { clientId, request };
  throw new TroubleError('REQUEST_UNSIGNED', 'The request is not signed: it could be anybody’s.');
}
