import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import { TroubleError } from '../trouble/trouble-error.js';
import type { IssuanceClient } from './issuance-client.js';
import { refusalOf, withIssuer } from './issuer-trouble.js';

/** The right to ask an issuer for one certificate. */
export interface Access {
  accessToken: string;
  /** Whether the token is bound to our key (DPoP, RFC 9449). */
  isBound: boolean;
}

/** What an issuer gave: the credential, or a number to come back with. */
export type Issued =
  | { credential: unknown; notificationId: string | undefined }
  | { transactionId: string; intervalSeconds: number };

export interface IssuerAnswer {
  credentials?: readonly unknown[] | undefined;
  notification_id?: string | undefined;
  transaction_id?: string | undefined;
  interval?: number | undefined;
}

export function dpopOf({ signer }: IssuanceClient, { isBound }: Pick<Access, 'isBound'>) {
  return isBound ? { dpop: { signer } } : {};
}

/**
 * Asks for a certificate, with a proof of our key over a fresh nonce (OpenID4VCI 1.0 §7, §8).
 * @throws TroubleError ISSUER_REFUSED, ANSWER_INVALID, or what the network throws
 */
export function requestCredential(
  client: IssuanceClient,
  metadata: IssuerMetadataResult,
  configuration: string,
  access: Access,
): Promise<Issued> {
  const ask = () => askOnce(client, metadata, configuration, access);
  return withIssuer(async () => {
    try {
      return await ask();
    } catch (error) {
      // The nonce may have aged while the person typed (§8.3.1.2).
      if (refusalOf(error)?.error !== 'invalid_nonce') throw error;
      return ask();
    }
  });
}

async function askOnce(
  client: IssuanceClient,
  issuerMetadata: IssuerMetadataResult,
  credentialConfigurationId: string,
  access: Access,
): Promise<Issued> {
  const { issuance, signer } = client;
  const hasNonces = issuerMetadata.credentialIssuer.nonce_endpoint !== undefined;
  const nonce = hasNonces ? (await issuance.requestNonce({ issuerMetadata })).c_nonce : undefined;
  const common = { issuerMetadata, credentialConfigurationId };
  const { jwt } = await issuance.createCredentialRequestJwtProof({
    ...{ ...common, signer },
    ...(nonce !== undefined && { nonce }),
  });
  const { credentialResponse } = await issuance.retrieveCredentials({
    ...{ ...common, proofs: { jwt: [jwt] }, accessToken: access.accessToken },
    ...dpopOf(client, access),
  });
  return readAnswer(credentialResponse as IssuerAnswer);
}

/** @throws TroubleError ANSWER_INVALID */
export function readAnswer(answer: IssuerAnswer): Issued {
  const [first] = answer.credentials ?? [];
  if (first !== undefined) {
    const isWrapped = typeof first === 'object' && first !== null && 'credential' in first;
    return { credential: isWrapped ? first.credential : first, notificationId: answer.notification_id };
  }
  const { transaction_id: transactionId, interval = 60 } = answer;
  if (transactionId === undefined) {
    throw new TroubleError(
      'ANSWER_INVALID',
      'The issuer gave neither a certificate nor a number to come back with.',
    );
  }
  return { transactionId, intervalSeconds: Math.min(Math.max(interval, 1), 86_400) };
}
