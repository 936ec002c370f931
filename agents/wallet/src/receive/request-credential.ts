import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import type { HolderKey } from '../keys/key-ring.js';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { type IssuanceClient, issuanceClient } from './issuance-client.js';
import { refusalOf, withIssuer } from './issuer-trouble.js';

/** The right to ask an issuer for one certificate. */
export interface Access {
  accessToken: string;
  /** Whether the token is bound to our key (DPoP, RFC 9449). */
  isBound: boolean;
}

/** What an issuer gave: the copies, or a number to come back with. */
export type Issued =
  | { credentials: readonly unknown[]; notificationId: string | undefined }
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

export interface CredentialWish {
  metadata: IssuerMetadataResult;
  configuration: string;
  access: Access;
  /** A copy for each. */
  holders: readonly HolderKey[];
}

/**
 * Asks for a certificate, with proofs of our keys over a fresh nonce (OpenID4VCI 1.0 §7, §8).
 * @throws TroubleError ISSUER_REFUSED, ANSWER_INVALID, or what the network throws
 */
export function requestCredential(desk: Pick<Desk, 'keys' | 'fetch'>, wish: CredentialWish): Promise<Issued> {
  const ask = () => askOnce(desk, wish);
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
  desk: Pick<Desk, 'keys' | 'fetch'>,
  { metadata: issuerMetadata, configuration: credentialConfigurationId, access, holders }: CredentialWish,
): Promise<Issued> {
  const client = issuanceClient(desk);
  const { issuance } = client;
  const hasNonces = issuerMetadata.credentialIssuer.nonce_endpoint !== undefined;
  const nonce = hasNonces ? (await issuance.requestNonce({ issuerMetadata })).c_nonce : undefined;
  const common = { issuerMetadata, credentialConfigurationId };
  const proofs = holders.map(async (keys) => {
    const holder = issuanceClient({ keys, fetch: desk.fetch });
    const { signer } = holder;
    const wanted = { ...common, signer, ...(nonce !== undefined && { nonce }) };
    return (await holder.issuance.createCredentialRequestJwtProof(wanted)).jwt;
  });
  const { credentialResponse } = await issuance.retrieveCredentials({
    ...{ ...common, proofs: { jwt: await Promise.all(proofs) }, accessToken: access.accessToken },
    ...dpopOf(client, access),
  });
  return readAnswer(credentialResponse as IssuerAnswer);
}

/** @throws TroubleError ANSWER_INVALID */
export function readAnswer(answer: IssuerAnswer): Issued {
  const { credentials = [] } = answer;
  if (credentials.length > 0) {
    return { credentials: credentials.map(unwrapped), notificationId: answer.notification_id };
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

function unwrapped(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'credential' in given ? given.credential : given;
}
