import type { Purpose } from '@eslabon/core';
import { base64urlEncode } from '@eslabon/credentials';
import { createJarAuthorizationRequest, type JwtSigner } from '@openid4vc/oauth2';
import { validateOpenid4vpAuthorizationRequestPayload } from '@openid4vc/openid4vp';
import type { RequestSigner } from '../client/request-signer.js';
import { walletAudience } from '../configuration.js';

export interface RequestObjectOptions {
  signer: RequestSigner;
  responseUri: string;
  responseMode: 'direct_post' | 'direct_post.jwt';
  nonce: string;
  state: string;
  /** DCQL. */
  query: object;
  clientMetadata: Record<string, unknown>;
  purpose: Purpose;
  /** The wallet's, where it sent one. */
  walletNonce?: string | undefined;
  /** Unix seconds. */
  expiresAt: number;
  now: Date;
}

/**
 * The signed request that a wallet fetches (OpenID4VP 1.0 §5, RFC 9101). The purpose stands in a claim of our own, which
 * wallets that do not know it leave alone.
 * @returns a JWT of the type `oauth-authz-req+jwt`
 */
export async function createRequestObject(options: RequestObjectOptions): Promise<string> {
  const { signer, walletNonce, now } = options;
  const authorizationRequestPayload = {
    client_id: signer.clientId,
    response_type: 'vp_token' as const,
    response_mode: options.responseMode,
    response_uri: options.responseUri,
    nonce: options.nonce,
    state: options.state,
    dcql_query: options.query as Record<string, unknown>,
    client_metadata: options.clientMetadata,
    ...(walletNonce !== undefined && { wallet_nonce: walletNonce }),
    eslabon_purpose: options.purpose,
  };
  validateOpenid4vpAuthorizationRequestPayload({
    params: authorizationRequestPayload,
    walletVerificationOptions: { expectedNonce: walletNonce },
  } as never);
  const { authorizationRequestJwt } = await createJarAuthorizationRequest({
    authorizationRequestPayload,
    additionalJwtPayload: { aud: walletAudience },
    jwtSigner: jwtSigner(signer),
    expiresInSeconds: Math.max(1, options.expiresAt - Math.floor(now.getTime() / 1000)),
    now,
    callbacks: {
      encryptJwe: () => {
        throw new TypeError('Requests are not encrypted.');
      },
      signJwt: async (_signer, { header, payload }) => {
        const input = `${encode(header)}.${encode(payload)}`;
        const signature = await signer.sign(new TextEncoder().encode(input));
        return { jwt: `${input}.${base64urlEncode(signature)}`, signerJwk: {} as never };
      },
    },
  });
  return authorizationRequestJwt as string;
}

function jwtSigner(signer: RequestSigner): JwtSigner {
  return signer.kid === undefined
    ? { method: 'x5c', alg: signer.algorithm, x5c: [...signer.x5c] }
    : { method: 'did', alg: signer.algorithm, didUrl: signer.kid };
}

function encode(part: object): string {
  return base64urlEncode(new TextEncoder().encode(JSON.stringify(part)));
}
