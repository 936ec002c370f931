import { preAuthorizedCodeGrantIdentifier } from '@openid4vc/oauth2';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { authorizationServerOf } from './authorization-server.js';
import { fetchAnew } from './fetch-anew.js';
import { issuanceClient } from './issuance-client.js';
import { refusalOf, withIssuer } from './issuer-trouble.js';
import { type Kept, keepIssued } from './keep-issued.js';
import { type Granted, isGone, type ReadOffer } from './read-offer.js';
import { renewalOf } from './renewal-of.js';
import { requestCopies } from './request-copies.js';
import { dpopOf } from './request-credential.js';

/**
 * Takes up an offer: token, nonce, proof, certificate (OpenID4VCI 1.0 §6 to §8). When the certificate does not arrive,
 * what was granted stays with the offer, which can be tried once more.
 * @returns the row of the certificate, or the one that waits for it
 * @throws TroubleError TX_CODE_MISSING, TX_CODE_WRONG, OFFER_GONE, ISSUER_REFUSED, CERTIFICATE_*, or of the network
 */
export async function acceptOffer(desk: Desk, read: ReadOffer, txCode: string | undefined): Promise<Kept> {
  const before = read.granted;
  const granted = before ?? (await redeem(desk, read, txCode));
  read.granted = granted;
  try {
    return await ask(desk, read, granted);
  } catch (error) {
    if (before === undefined || TroubleError.of(error).code !== 'ISSUER_REFUSED') throw error;
    return askAnew(desk, read, granted, error);
  }
}

async function ask(
  desk: Desk,
  { metadata, configuration }: ReadOffer,
  { access, renewal }: Granted,
): Promise<Kept> {
  const { issued, copyKeys } = await requestCopies(desk, { metadata, configuration, access });
  return keepIssued(desk, issued, { metadata, configuration, access, renewal, copyKeys, id: undefined });
}

/** An issuer that refuses the second time may have given it out the first time, in an answer that was lost. */
async function askAnew(
  desk: Desk,
  read: ReadOffer,
  { access, renewal }: Granted,
  refusal: unknown,
): Promise<Kept> {
  if (renewal === undefined) throw refusal;
  const { issuer, configuration } = read;
  const renewable = { id: crypto.randomUUID(), issuer, configuration, renewal, copyKeys: [] };
  return fetchAnew(desk, renewable, async (next) => {
    read.granted = { access, renewal: next };
  });
}

/** The token for the code of the offer (§6). */
async function redeem(desk: Desk, read: ReadOffer, txCode: string | undefined): Promise<Granted> {
  const { offer, metadata } = read;
  const demanded = offer.grants?.[preAuthorizedCodeGrantIdentifier]?.tx_code;
  if (demanded !== undefined && (txCode === undefined || txCode.trim() === '')) {
    throw new TroubleError('TX_CODE_MISSING', 'The offer needs the code that came another way.');
  }
  const client = issuanceClient(desk);
  const { isBound } = authorizationServerOf(metadata);
  const { accessTokenResponse } = await withIssuer(async () => {
    try {
      return await client.issuance.retrievePreAuthorizedCodeAccessTokenFromOffer({
        ...{ credentialOffer: offer, issuerMetadata: metadata },
        ...(demanded !== undefined && { txCode: txCode?.trim() }),
        ...dpopOf(client, { isBound }),
      });
    } catch (error) {
      throw (await refusedCode(desk, read, demanded !== undefined, error)) ?? error;
    }
  });
  // The server decides whether the token is bound (RFC 9449 §5).
  const access = {
    accessToken: accessTokenResponse.access_token,
    isBound: accessTokenResponse.token_type.toLowerCase() === 'dpop',
  };
  return { access, renewal: renewalOf(accessTokenResponse.refresh_token, access) };
}

/** `invalid_grant` is for both (§6.3): whoever may try another code still finds the offer where it was. */
async function refusedCode(
  desk: Desk,
  read: ReadOffer,
  hasTxCode: boolean,
  error: unknown,
): Promise<TroubleError | undefined> {
  const refusal = refusalOf(error);
  if (refusal?.error !== 'invalid_grant') return undefined;
  const isOver = !hasTxCode || (await isGone(desk, read));
  return new TroubleError(isOver ? 'OFFER_GONE' : 'TX_CODE_WRONG', refusal.sentence, error);
}
