/** Where a verifier answers wallets, all below its public address. */
const paths = {
  requests: '/openid4vp/requests',
  responses: '/openid4vp/responses',
} as const;

export type PresentationEndpoint = keyof typeof paths;

/** URL of an endpoint for one session. @param verifier an origin. @param reference names the session. */
export function presentationEndpoint(
  verifier: string,
  endpoint: PresentationEndpoint,
  reference: string,
): string {
  return `${verifier}${paths[endpoint]}/${reference}`;
}

export const presentationPaths = paths;
