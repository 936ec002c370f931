import { plainText } from '@eslabon/verifier';
import { preAuthorizedCodeGrantIdentifier } from '@openid4vc/oauth2';
import type { CredentialOfferObject, IssuerMetadataResult } from '@openid4vc/openid4vci';
import { requireAddress } from '../net/require-address.js';
import type { OfferPreview } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import type { Renewal, StoredIssuer } from '../store/stored.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { findConfiguration } from './find-configuration.js';
import { issuanceClient } from './issuance-client.js';
import { issuerOf } from './issuer-of.js';
import { statusOf } from './issuer-trouble.js';
import { offerLinkOf } from './offer-link.js';
import type { Access } from './request-credential.js';

/** An offer that was read, and what is needed to take it up. */
export interface ReadOffer {
  link: string;
  offer: CredentialOfferObject;
  metadata: IssuerMetadataResult;
  issuer: StoredIssuer;
  configuration: string;
  /** What the issuer granted for it. An offer is good once: when the certificate does not arrive, this is good still. */
  granted?: Granted | undefined;
}

export interface Granted {
  access: Access;
  renewal: Renewal | undefined;
}

/**
 * Reads an offer (OpenID4VCI 1.0 §4) and asks its issuer who it is.
 * @throws TroubleError LINK_UNKNOWN, OFFER_GONE, OFFER_INVALID, OFFER_UNSUPPORTED, or what the network throws
 */
export async function readOffer(desk: Pick<Desk, 'keys' | 'fetch'>, text: string): Promise<ReadOffer> {
  const link = offerLinkOf(text);
  const { issuance } = issuanceClient(desk);
  const { offer, metadata } = await asTrouble('OFFER_INVALID', async () => {
    const resolved = await resolve(() => issuance.resolveCredentialOffer(link));
    requireAddress(resolved.credential_issuer);
    return { offer: resolved, metadata: await issuance.resolveIssuerMetadata(resolved.credential_issuer) };
  });
  if (offer.grants?.[preAuthorizedCodeGrantIdentifier] === undefined) {
    throw new TroubleError('OFFER_UNSUPPORTED', 'The offer wants a sign-in that this wallet does not do.');
  }
  const configuration = findConfiguration(offer.credential_configuration_ids, metadata);
  return { ...{ link, offer, metadata, configuration }, issuer: issuerOf(metadata) };
}

/** An offer by reference is there until somebody takes it up, or it expires. */
async function resolve<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status < 400 || status >= 500) throw error;
    throw new TroubleError('OFFER_GONE', 'The offer was taken up, has expired, or never was.', error);
  }
}

/** Whether an offer can still be had where it is. One by value says nothing about that. */
export async function isGone(desk: Pick<Desk, 'keys' | 'fetch'>, { link }: ReadOffer): Promise<boolean> {
  try {
    await resolve(() => issuanceClient(desk).issuance.resolveCredentialOffer(link));
    return false;
  } catch (error) {
    return error instanceof TroubleError && error.code === 'OFFER_GONE';
  }
}

/** What a person is shown of an offer. */
export function previewOffer({ offer, issuer }: ReadOffer): OfferPreview {
  const txCode = offer.grants?.[preAuthorizedCodeGrantIdentifier]?.tx_code;
  return {
    issuer,
    ...(txCode !== undefined && {
      txCode: {
        length: txCode.length,
        numeric: txCode.input_mode !== 'text',
        description: txCode.description === undefined ? undefined : plainText(txCode.description),
      },
    }),
  };
}
