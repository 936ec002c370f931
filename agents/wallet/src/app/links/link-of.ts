import type { LinkKind, WalletLink } from './wallet-link.js';

/** Names of the parameters with which a standard's link asks (OpenID4VCI 1.0 §4.1, OpenID4VP 1.0 §5). */
const parameters = {
  credential_offer: 'offer',
  credential_offer_uri: 'offer',
  request: 'request',
  request_uri: 'request',
  client_id: 'request',
} as const satisfies Record<string, LinkKind>;

/**
 * Which page answers a text: a link into the wallet (`…/wallet/#offer=…`, `#request=…`, `#delegation=…`, `#delegate=…`),
 * or a link of OpenID4VCI or OpenID4VP, whatever its scheme. Undefined when it asks nothing that is known. Whether it is
 * good is for the session to say.
 */
export function linkOf(given: string): WalletLink | undefined {
  const text = given.trim();
  const [, kind] = /^[^#]*#(offer|request|delegation|delegate)=./s.exec(text) ?? [];
  if (kind !== undefined) return { kind: kind as LinkKind, text };
  if (!URL.canParse(text)) return undefined;
  const { searchParams } = new URL(text);
  for (const [name, asked] of Object.entries(parameters)) {
    if (searchParams.has(name)) return { kind: asked, text };
  }
  return undefined;
}
