/** Where an issuer answers, all below its identifier. */
const paths = {
  token: '/openid4vci/token',
  nonce: '/openid4vci/nonce',
  credential: '/openid4vci/credential',
  deferred: '/openid4vci/deferred',
  notification: '/openid4vci/notification',
  offers: '/openid4vci/offers',
} as const;

export type IssuanceEndpoint = keyof typeof paths;

/** URL of an endpoint. @param issuer the Credential Issuer Identifier, an origin. */
export function issuanceEndpoint(issuer: string, endpoint: IssuanceEndpoint): string {
  return `${issuer}${paths[endpoint]}`;
}

export const issuancePaths = paths;
