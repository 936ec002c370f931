import { createHash } from 'node:crypto';
import { parseSdJwt, revealPayload } from '@eslabon/credentials';
import { CompactEncrypt, importJWK } from 'jose';
import { signJwt, type TestKey, type WalletAnswer } from './test-wallet.js';

type Json = Record<string, unknown>;

/** A request object as a wallet reads it. */
export interface ReadRequest {
  header: Json;
  claims: Json & { client_id: string; nonce: string; state: string; response_uri: string };
  jwt: string;
}

/** Fetches the request behind a link. */
export async function fetchRequestObject(
  { requestUri }: { requestUri: string },
  form?: Record<string, string>,
): Promise<ReadRequest> {
  const response = await fetch(
    requestUri,
    form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) },
  );
  const jwt = await response.text();
  const [header, claims] = jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return { header: JSON.parse(header as string), claims: JSON.parse(claims as string), jwt };
}

export interface BindingChanges {
  claims?: Json;
  header?: Json;
  /** Names of the claims to disclose; those that can be withheld are otherwise. */
  reveal?: readonly string[];
}

/** An SD-JWT with key binding; right for the request, but for the changes. */
export async function bindSdJwt(
  sdJwt: string,
  key: TestKey,
  { claims: { client_id: aud, nonce } }: Pick<ReadRequest, 'claims'>,
  { claims = {}, header = {}, reveal = [] }: BindingChanges = {},
): Promise<string> {
  const { disclosed } = revealPayload(parseSdJwt(sdJwt));
  const shown = disclosed
    .filter(({ path }) => reveal.includes(path.join('.')))
    .map(({ disclosure }) => disclosure.encoded);
  const bound = [sdJwt.split('~')[0], ...shown, ''].join('~');
  const hash = createHash('sha256').update(bound).digest('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const proof = await signJwt(
    key,
    { alg: key.alg, typ: 'kb+jwt', ...header },
    { iat, aud, nonce, sd_hash: hash, ...claims },
  );
  return bound + proof;
}

/** Sends the parameters of an answer as they are. */
export async function postAnswer(
  { claims }: Pick<ReadRequest, 'claims'>,
  parameters: Record<string, string> | [string, string][] | string,
  type = 'application/x-www-form-urlencoded',
): Promise<WalletAnswer> {
  const body = typeof parameters === 'string' ? parameters : `${new URLSearchParams(parameters)}`;
  const response = await fetch(claims.response_uri, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? {} : JSON.parse(text) };
}

/** Answers as the request wants it, encrypted or not. */
export async function answerWith(
  request: Pick<ReadRequest, 'claims'>,
  vpToken: object,
  changes: Json = {},
): Promise<WalletAnswer> {
  const { state, response_mode: mode } = request.claims;
  const answer = { vp_token: vpToken, state, ...changes };
  if (mode === 'direct_post') {
    const texts = Object.entries(answer).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return postAnswer(request, texts);
  }
  return postAnswer(request, { response: await encryptAnswer(request, JSON.stringify(answer)) });
}

/** Encrypts to the key of the request. */
export async function encryptAnswer(
  { claims }: Pick<ReadRequest, 'claims'>,
  text: string,
  header: { alg?: string; enc?: string; zip?: string } = {},
): Promise<string> {
  const { jwks } = claims.client_metadata as { jwks: { keys: [Json & { kid: string }] } };
  const [jwk] = jwks.keys;
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM', kid: jwk.kid, ...header })
    .encrypt(await importJWK(jwk, header.alg ?? 'ECDH-ES'));
}
