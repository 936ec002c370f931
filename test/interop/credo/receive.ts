import { Kms, type SdJwtVcRecord } from '@credo-ts/core';
import type {
  OpenId4VciCredentialBindingResolver,
  OpenId4VciCredentialResponse,
  OpenId4VciRequestTokenResponse,
} from '@credo-ts/openid4vc';
import { type CredoAgent, createDid } from './credo-agent.js';

export interface CredoOffer {
  offerUrl: string;
  txCode: string;
}

type CredoToken = Pick<OpenId4VciRequestTokenResponse, 'accessToken' | 'dpop'>;

/** Credo takes up an offer: metadata, token with the transaction code and DPoP, nonce, key proof, credential. */
export async function receiveWithCredo(
  credo: CredoAgent,
  { offerUrl, txCode }: CredoOffer,
  configuration: string,
) {
  const { holder } = credo.openid4vc;
  const resolvedCredentialOffer = await holder.resolveCredentialOffer(offerUrl);
  const token = await holder.requestToken({ resolvedCredentialOffer, txCode });
  const credentialBindingResolver = bindingOf(credo);
  const request = async ({ accessToken, dpop }: CredoToken) => {
    const { credentials } = await holder.requestCredentials({
      ...{ resolvedCredentialOffer, accessToken, credentialBindingResolver },
      ...(dpop !== undefined && { dpop }),
      credentialConfigurationIds: [configuration],
    });
    const [received] = credentials as [OpenId4VciCredentialResponse];
    return received;
  };
  return {
    ...{ token, metadata: resolvedCredentialOffer.metadata },
    received: await request(token),
    /** Asks again for the same key, with a token that was renewed. */
    request,
  };
}

/** Credo takes up an offer as dc+sd-jwt, and keeps the certificate. */
export async function keepWithCredo(credo: CredoAgent, offer: CredoOffer): Promise<SdJwtVcRecord> {
  const { received } = await receiveWithCredo(credo, offer, 'aeo-certificate-sd-jwt');
  return credo.sdJwtVc.store({ record: received.record as SdJwtVcRecord });
}

/** An SD-JWT VC names the key itself; Credo binds credentials of W3C’s data model to a DID only. */
function bindingOf(credo: CredoAgent): OpenId4VciCredentialBindingResolver {
  let key: Kms.PublicJwk | undefined;
  return async ({ credentialFormat }) => {
    if (credentialFormat !== 'dc+sd-jwt')
      return { method: 'did', didUrls: [(await createDid(credo)).didUrl] };
    if (key === undefined) {
      const { publicJwk } = await credo.kms.createKey({ type: { kty: 'EC', crv: 'P-256' } });
      key = Kms.PublicJwk.fromPublicJwk(publicJwk);
    }
    return { method: 'jwk', keys: [key] };
  };
}
