import type { CredentialConfiguration } from '../configurations.js';

export const preAuthorizedGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

export interface CredentialOfferOptions {
  issuer: string;
  configurations: readonly CredentialConfiguration[];
  code: string;
  /** Digits of the transaction code, which the company gets by another way than the offer. */
  txCodeLength: number;
}

/** A credential offer (OpenID4VCI 1.0 §4.1.1) for the pre-authorized code flow with a transaction code. */
export function credentialOffer({ issuer, configurations, code, txCodeLength }: CredentialOfferOptions) {
  return {
    credential_issuer: issuer,
    credential_configuration_ids: [...configurations],
    grants: {
      [preAuthorizedGrant]: {
        'pre-authorized_code': code,
        tx_code: {
          input_mode: 'numeric',
          length: txCodeLength,
          description: 'The code that the customs authority gave you apart from this offer.',
        },
      },
    },
  };
}

/** The offer as a link for any wallet, with the offer in it (§4.1.2) or with where to fetch it (§4.1.3). */
export function credentialOfferUrl(offer: object | { uri: string }): string {
  const isReference = 'uri' in offer;
  const parameter = isReference ? 'credential_offer_uri' : 'credential_offer';
  const value = isReference ? (offer.uri as string) : JSON.stringify(offer);
  return `openid-credential-offer://?${parameter}=${encodeURIComponent(value)}`;
}
