import type { LoadedBundle } from '@eslabon/bundle';
import { type Purpose, shown } from '@eslabon/core';
import { verifySignature } from '@eslabon/credentials';
import { plainText } from '@eslabon/verifier';
import { DcqlQuery } from 'dcql';
import { requireAddress } from '../../net/require-address.js';
import { asTrouble } from '../../trouble/as-trouble.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import { type EncryptionTarget, encryptionTarget } from '../answer/encryption-target.js';
import type { FetchedRequest } from './fetch-request.js';
import { openRequestObject } from './open-request-object.js';
import { type RequestClaims, requestSchema, unsupportedClaims } from './request-schema.js';
import { type VerifierKey, verifierKey } from './verifier-key.js';

/** A request whose signer is who it says, for this wallet, now. */
export interface VerifiedRequest {
  clientId: string;
  /** What the verifier calls itself. */
  name: string | undefined;
  /** Of the authority that it is proven to be. */
  country: string | undefined;
  responseUri: URL;
  nonce: string;
  state: string | undefined;
  query: DcqlQuery.Output;
  purpose: Purpose | undefined;
  /** Unix seconds. */
  expiresAt: number | undefined;
  /** How the answer is encrypted; absent where it is not. */
  encryption: EncryptionTarget | undefined;
}

export interface RequestContext {
  /** As the link says it. */
  clientId: string;
  bundle: LoadedBundle | undefined;
  now: Date;
}

/** Whom a request is for where the verifier knows nothing of the wallet (OpenID4VP 1.0 §5.8). */
const audience = 'https://self-issued.me/v2';

const skew = 300;

/**
 * Verifies a request object (OpenID4VP 1.0 §5, RFC 9101): the signature first, by the key that the client identifier
 * stands for, then whom, when and what it is for.
 * @throws TroubleError REQUEST_*, ADDRESS_REFUSED
 */
export async function verifyRequest(
  fetched: FetchedRequest,
  { clientId, bundle, now }: RequestContext,
): Promise<VerifiedRequest> {
  const object = await openRequestObject(fetched.request);
  const { header, claims: unread } = object;
  if (unread.client_id !== clientId) {
    throw new TroubleError(
      'REQUEST_INVALID',
      'The request is of another verifier than its link (client_id).',
    );
  }
  const at = Math.floor(now.getTime() / 1000);
  const signer = await asTrouble('REQUEST_INVALID', () => verifierKey({ clientId, header, bundle, now: at }));
  if (
    signer.key.algorithm !== header.alg ||
    !verifySignature(signer.key, object.signingInput, object.signature)
  ) {
    throw new TroubleError('REQUEST_SIGNATURE', 'The signature of the request is not the verifier’s.');
  }
  const claims = readClaims(unread);
  requireForUs(claims, fetched, at);
  const responseUri = requireAddress(claims.response_uri);
  requireHost(signer, responseUri);
  const { nonce, state, exp, client_metadata: metadata, eslabon_purpose: purpose } = claims;
  const name = metadata?.client_name;
  return {
    ...{ clientId, name: name === undefined ? name : plainText(name), country: signer.country },
    ...{ responseUri, nonce, state, purpose, expiresAt: exp },
    query: await asTrouble('REQUEST_INVALID', () => readQuery(claims)),
    encryption: claims.response_mode === 'direct_post' ? undefined : encryptionTarget(metadata),
  };
}

/** @throws TroubleError REQUEST_UNSUPPORTED, REQUEST_INVALID */
function readClaims(unread: Record<string, unknown>): RequestClaims {
  const unsupported = unsupportedClaims.find((name) => Object.hasOwn(unread, name));
  if (unsupported !== undefined) {
    throw new TroubleError(
      'REQUEST_UNSUPPORTED',
      `The request asks for “${unsupported}”, which is not done here.`,
    );
  }
  const parsed = requestSchema.safeParse(unread);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  const code = /^response_(type|mode)$/.test(place) ? 'REQUEST_UNSUPPORTED' : 'REQUEST_INVALID';
  throw new TroubleError(code, `The request is not as the standard has it: ${place} ${issue?.message ?? ''}`);
}

/** @throws TroubleError REQUEST_AUDIENCE, REQUEST_NONCE, REQUEST_EXPIRED */
function requireForUs(
  { aud, wallet_nonce, exp, iat, nbf }: RequestClaims,
  { requestUri, walletNonce }: FetchedRequest,
  at: number,
) {
  // Verifiers made with @openid4vc/openid4vp, Credo among them, name the address of the request in its place.
  if (![aud].flat().some((one) => one === audience || one === requestUri)) {
    throw new TroubleError('REQUEST_AUDIENCE', `The request is for “${shown(aud, 80)}”.`);
  }
  if (walletNonce !== undefined && wallet_nonce !== walletNonce) {
    throw new TroubleError('REQUEST_NONCE', 'The request was not made for this wallet now (wallet_nonce).');
  }
  if (exp !== undefined && at >= exp + skew) {
    throw new TroubleError(
      'REQUEST_EXPIRED',
      `The request was good until ${new Date(exp * 1000).toISOString()}.`,
    );
  }
  if (Math.max(iat ?? 0, nbf ?? 0) > at + skew) {
    throw new TroubleError('REQUEST_EXPIRED', 'The request says that it was made in the future.');
  }
}

/** @throws TroubleError REQUEST_HOST */
function requireHost({ host }: VerifierKey, { hostname }: URL): void {
  if (host === undefined || host === hostname) return;
  throw new TroubleError('REQUEST_HOST', `The answer would go to ${hostname}, and the verifier is ${host}.`);
}

function readQuery({ dcql_query }: RequestClaims): DcqlQuery.Output {
  const query = DcqlQuery.parse(dcql_query as DcqlQuery.Input);
  DcqlQuery.validate(query);
  return query;
}
