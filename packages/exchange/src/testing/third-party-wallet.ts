import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import {
  type CallbackContext,
  clientAuthenticationAnonymous,
  type Jwk,
  setGlobalConfig,
} from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';

export interface WalletKey {
  publicJwk: Jwk & { kty: string };
  privateJwk: Record<string, unknown>;
}

export interface ThirdPartyReceipt {
  /** As the wallet resolved it. */
  offer: object;
  metadata: object;
  tokenType: string;
  response: {
    credentials?: unknown;
    notification_id?: string | undefined;
    transaction_id?: string | undefined;
  };
}

export interface ThirdPartyOptions {
  /** As an officer hands it over. */
  offerUrl: string;
  txCode: string;
  configuration: string;
  key: WalletKey;
  /** Names the key by its did:jwk, not by itself. */
  did?: string;
  /** Binds the token to this key. */
  dpopKey?: WalletKey;
}

/**
 * A wallet of somebody else: the client of @openid4vc/openid4vci, from the offer to the notification. Nothing of ours is
 * in it but its keys.
 */
export async function receiveAsThirdParty(options: ThirdPartyOptions): Promise<ThirdPartyReceipt> {
  const { offerUrl, txCode, configuration, key, did, dpopKey } = options;
  // Test agents answer over http, on the machine itself.
  setGlobalConfig({ allowInsecureUrls: true });
  const client = new Openid4vciClient({
    callbacks: callbacks([key, ...(dpopKey === undefined ? [] : [dpopKey])]),
  });
  const credentialOffer = await client.resolveCredentialOffer(offerUrl);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const asked = dpopKey === undefined ? undefined : { signer: signerOf(dpopKey) };
  const { accessTokenResponse, dpop } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    ...{ credentialOffer, issuerMetadata, txCode },
    ...(asked !== undefined && { dpop: asked }),
  });
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
  const { jwt } = await client.createCredentialRequestJwtProof({
    ...{ issuerMetadata, nonce, credentialConfigurationId: configuration },
    signer: did === undefined ? signerOf(key) : { method: 'did', didUrl: `${did}#0`, alg: 'ES256' },
  });
  const access = { accessToken: accessTokenResponse.access_token, ...(dpop !== undefined && { dpop }) };
  const { credentialResponse } = await client.retrieveCredentials({
    ...{ issuerMetadata, credentialConfigurationId: configuration, proofs: { jwt: [jwt] } },
    ...access,
  });
  if (credentialResponse.notification_id !== undefined) {
    const notification = {
      notificationId: credentialResponse.notification_id,
      event: 'credential_accepted' as const,
    };
    await client.sendNotification({ issuerMetadata, notification, ...access });
  }
  return {
    offer: credentialOffer,
    metadata: issuerMetadata.credentialIssuer,
    tokenType: accessTokenResponse.token_type,
    response: credentialResponse as ThirdPartyReceipt['response'],
  };
}

function signerOf({ publicJwk }: WalletKey) {
  return { method: 'jwk' as const, publicJwk, alg: 'ES256' };
}

function callbacks(
  keys: readonly WalletKey[],
): Omit<CallbackContext, 'verifyJwt' | 'decryptJwe' | 'encryptJwe'> {
  return {
    fetch,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    generateRandom: (bytes) => randomBytes(bytes),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: (signer, { header, payload }) => {
      const key =
        keys.find(({ publicJwk }) => signer.method === 'jwk' && publicJwk.x === signer.publicJwk.x) ??
        keys[0];
      const { privateJwk, publicJwk } = key as WalletKey;
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const input = `${encode(header)}.${encode(payload)}`;
      const privateKey = createPrivateKey({ key: privateJwk as never, format: 'jwk' });
      const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return { jwt: `${input}.${signature.toString('base64url')}`, signerJwk: publicJwk };
    },
  };
}
