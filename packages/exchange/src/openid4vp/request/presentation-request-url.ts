export interface PresentationRequestUrl {
  clientId: string;
  /** Where the wallet fetches the request object. */
  requestUri: string;
}

/** The link, or content of a QR, by which a wallet is asked (OpenID4VP 1.0 §5.4, §5.10): it fetches the rest by POST. */
export function presentationRequestUrl({ clientId, requestUri }: PresentationRequestUrl): string {
  const parameters = { client_id: clientId, request_uri: requestUri, request_uri_method: 'post' };
  return `openid4vp://authorize?${new URLSearchParams(parameters)}`;
}
