import { TroubleError } from '../trouble/trouble-error.js';

/**
 * The offer in what somebody scanned, pasted or clicked: `openid-credential-offer://…`, an https link with the same
 * parameters, or a link into this wallet that has one of these after `#offer=`.
 * @throws TroubleError LINK_UNKNOWN
 */
export function offerLinkOf(text: string): string {
  const link = text.trim();
  const url = link.length <= 32_768 && URL.canParse(link) ? new URL(link) : undefined;
  const inner = new URLSearchParams(url?.hash.slice(1)).get('offer');
  if (inner !== null && !inner.includes('#offer=')) return offerLinkOf(inner);
  const names = [...(url?.searchParams.keys() ?? [])];
  const isOffer = names.includes('credential_offer') || names.includes('credential_offer_uri');
  if (isOffer && /^(openid-credential-offer|https?):$/.test(url?.protocol ?? '')) return link;
  throw new TroubleError('LINK_UNKNOWN', 'This is not the link of an offer.');
}
