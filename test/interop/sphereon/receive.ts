import type { TestKey } from '@eslabon/customs/testing';
import { signJwt } from '@eslabon/customs/testing';
import {
  type CredentialRequestClient,
  CredentialRequestClientBuilderV1_0_15,
  OpenID4VCIClientV1_0_15,
  ProofOfPossessionBuilder,
} from '@sphereon/oid4vci-client';

export interface SphereonOffer {
  offerUrl: string;
  txCode: string;
}

type Request = Awaited<ReturnType<CredentialRequestClient['createCredentialRequest']>>;
type Callbacks = Parameters<typeof ProofOfPossessionBuilder.fromAccessTokenResponse>[0]['callbacks'];

/** Sphereon resolves an offer with the issuer's metadata, and redeems it with the transaction code (their “pin”). */
export async function redeemWithSphereon({
  offerUrl,
  txCode,
}: SphereonOffer): Promise<OpenID4VCIClientV1_0_15> {
  const client = await OpenID4VCIClientV1_0_15.fromURI({ uri: offerUrl, alg: 'ES256' });
  await client.acquireAccessToken({ pin: txCode });
  return client;
}

/** Signs whatever header and claims Sphereon wrote, with the key that its wallet has. */
export function signerOf(key: TestKey): Callbacks {
  return { signCallback: ({ header, payload }) => signJwt(key, { ...header }, { ...payload }) };
}

/**
 * Sphereon asks for a credential: its nonce request, its proof, its credential request and its reading of the answer. One
 * member between them is put right (`toFinal`).
 */
export async function requestWithSphereon(
  client: OpenID4VCIClientV1_0_15,
  credentialConfigurationId: string,
  key: TestKey,
  translate = toFinal,
) {
  const nonce = await client.acquireNonce();
  const proofInput = ProofOfPossessionBuilder.fromAccessTokenResponse({
    accessTokenResponse: client.accessTokenResponse,
    callbacks: signerOf(key),
    version: client.version(),
  })
    .withIssuer(client.getIssuer())
    .withAlg('ES256')
    .withJWK(key.publicJwk as never)
    .withAccessTokenNonce(nonce);
  const requests = CredentialRequestClientBuilderV1_0_15.fromCredentialIssuer({
    ...{ credentialIssuer: client.getIssuer(), credentialConfigurationId },
    ...{ metadata: client.endpointMetadata, version: client.version() },
  })
    .withTokenFromResponse(client.accessTokenResponse)
    .build();
  const request = await requests.createCredentialRequest({
    ...{ proofInput, credentialConfigurationId, version: client.version() },
  });
  const { successBody, errorBody } = await requests.acquireCredentialsUsingRequest(
    translate(request),
    'dc+sd-jwt',
  );
  if (successBody === undefined) throw new Error(`The agent refused: ${JSON.stringify(errorBody)}`);
  return successBody as { credentials: { credential: unknown }[]; notification_id: string };
}

/**
 * The whole of the shim: Sphereon 0.20.1 speaks draft 15, whose `proof: {proof_type: 'jwt', jwt}` OpenID4VCI 1.0 dropped
 * for `proofs: {jwt: [jwt]}` (§8.2). Everything else that it sends goes to the agent as it is.
 */
function toFinal(request: Request): Request {
  const { proof, ...members } = request as Request & { proof?: { jwt: string } };
  return { ...members, ...(proof !== undefined && { proofs: { jwt: [proof.jwt] } }) } as Request;
}
