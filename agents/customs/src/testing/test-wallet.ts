import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { formatDidJwk, publicKeyFromJwk, type Sign } from '@eslabon/credentials';
import { expect } from '@jest/globals';

type Json = Record<string, unknown>;

export interface TestKey {
  publicJwk: { kty: string; crv: string; x: string; y?: string };
  privateJwk: Json;
  /** did:jwk. */
  did: string;
  alg: 'ES256' | 'EdDSA';
  sign: Sign;
}

/** A key of a wallet, and what it signs. */
export function createTestKey(alg: TestKey['alg'] = 'ES256'): TestKey {
  const { publicKey, privateKey } =
    alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const publicJwk = publicKey.export({ format: 'jwk' }) as unknown as TestKey['publicJwk'];
  return {
    ...{ publicJwk, alg },
    privateJwk: privateKey.export({ format: 'jwk' }) as Json,
    did: formatDidJwk(publicKeyFromJwk(publicJwk)),
    sign: (data) =>
      alg === 'ES256'
        ? sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
        : sign(null, data, privateKey),
  };
}

/** A JWT with whatever header and claims a test wants. */
export async function signJwt(key: TestKey, header: Json, claims: Json): Promise<string> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${Buffer.from(await key.sign(Buffer.from(input))).toString('base64url')}`;
}

export interface ProofChanges {
  header?: Json;
  claims?: Json;
}

/** A key proof; right, but for the changes. */
export function keyProof(
  key: TestKey,
  issuer: string,
  nonce: string,
  changes: ProofChanges = {},
  now = Date.now(),
) {
  return signJwt(
    key,
    { alg: key.alg, typ: 'openid4vci-proof+jwt', jwk: key.publicJwk, ...changes.header },
    { aud: issuer, iat: Math.floor(now / 1000), nonce, ...changes.claims },
  );
}

/** A DPoP proof; right, but for the changes. */
export function dpopProof(key: TestKey, url: string, token?: string, changes: ProofChanges = {}) {
  return signJwt(
    key,
    { alg: key.alg, typ: 'dpop+jwt', jwk: key.publicJwk, ...changes.header },
    {
      ...{ jti: randomUUID(), htm: 'POST', htu: url, iat: Math.floor(Date.now() / 1000) },
      ...(token !== undefined && { ath: createHash('sha256').update(token).digest('base64url') }),
      ...changes.claims,
    },
  );
}

export interface WalletAnswer {
  status: number;
  headers: Headers;
  json: Json;
}

type HeaderMap = Record<string, string>;

/** A wallet that says exactly what a test wants it to say. */
export function createTestWallet(url: string) {
  const send = async (
    path: string,
    type: string,
    body: string,
    headers: HeaderMap = {},
  ): Promise<WalletAnswer> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...headers },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      json: text === '' ? {} : (JSON.parse(text) as Json),
    };
  };
  const post = (path: string, body: unknown, headers?: HeaderMap) =>
    send(path, 'application/json', typeof body === 'string' ? body : JSON.stringify(body), headers);
  const form = (parameters: [string, string][] | HeaderMap, headers?: HeaderMap) =>
    send(
      '/openid4vci/token',
      'application/x-www-form-urlencoded',
      `${new URLSearchParams(parameters)}`,
      headers,
    );
  const token = (code: string, txCode: string, headers?: HeaderMap) =>
    form(
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
        'pre-authorized_code': code,
        tx_code: txCode,
      },
      headers,
    );
  return {
    send,
    post,
    form,
    token,
    /** The code within an offer. */
    async codeOf({ offerUri }: { offerUri: string }): Promise<string> {
      const offer = (await (await fetch(offerUri)).json()) as {
        grants: Record<string, Record<string, string>>;
      };
      return Object.values(offer.grants)[0]?.['pre-authorized_code'] as string;
    },
    refresh: (refreshToken: unknown, headers?: HeaderMap) =>
      form({ grant_type: 'refresh_token', refresh_token: refreshToken as string }, headers),
    /** The access token for an offer. */
    async redeem(offer: { offerUri: string; txCode: string }): Promise<string> {
      const { json } = await token(await this.codeOf(offer), offer.txCode);
      return json.access_token as string;
    },
    async nonce(): Promise<string> {
      return (await post('/openid4vci/nonce', '')).json.c_nonce as string;
    },
    /** A credential request with a good proof, unless it is given one. */
    async credential(
      accessToken: string,
      {
        key = createTestKey(),
        configuration = 'aeo-certificate-jwt',
        changes = {} as ProofChanges,
        body = {} as Json,
      } = {},
    ): Promise<WalletAnswer> {
      const proof = await keyProof(key, url, await this.nonce(), changes);
      return post(
        '/openid4vci/credential',
        { credential_configuration_id: configuration, proofs: { jwt: [proof] }, ...body },
        { authorization: `Bearer ${accessToken}` },
      );
    },
  };
}

/** Holds a refusal against the form that the standard has for it. */
export function expectRefused({ status, json, headers }: WalletAnswer, error: string, code = 400): void {
  expect({ status, error: json.error }).toEqual({ status: code, error });
  expect(Object.keys(json).sort()).toEqual(['error', 'error_description']);
  // A sentence, within the characters of RFC 6749 §5.2.
  expect(json.error_description).toMatch(/^[A-Z][\x20\x21\x23-\x5b\x5d-\x7e]{15,}\.$/);
  expect(headers.get('cache-control')).toBe('no-store');
}
