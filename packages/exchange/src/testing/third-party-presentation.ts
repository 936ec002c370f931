import {
  createHash,
  createPrivateKey,
  createPublicKey,
  ECDH,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { type CallbackContext, type Jwk, type JwtSigner, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { DcqlQuery } from 'dcql';
import { CompactEncrypt, importJWK } from 'jose';
import type { WalletKey } from './third-party-wallet.js';

export interface ThirdPartyPresentationOptions {
  /** As a counter shows it. */
  requestUrl: string;
  /** SD-JWT VC as its issuer gave it. */
  credential: string;
  /** The key that the issuer confirmed. */
  key: WalletKey;
  /** Gets the DID document of a verifier that names itself by its DID. */
  resolveDid: (did: string) => Promise<unknown>;
}

export interface ThirdPartyPresentation {
  /** The client identifier that the wallet verified. */
  clientId: string;
  purpose: unknown;
  status: number;
  body: unknown;
}

/**
 * A wallet of somebody else that presents: the client of @openid4vc/openid4vp, from the link to the answer, and DCQL by
 * `dcql`. Nothing of ours is in it.
 */
export async function presentAsThirdParty(
  options: ThirdPartyPresentationOptions,
): Promise<ThirdPartyPresentation> {
  // Test agents answer over http, on the machine itself.
  setGlobalConfig({ allowInsecureUrls: true });
  const client = new Openid4vpClient({ callbacks: callbacks(options) });
  const { params } = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: options.requestUrl });
  const resolved = await client.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: params });
  const { authorizationRequestPayload: request, client: verifier } = resolved;
  const vpToken = {
    certificate: [present(options, resolved.dcql?.query, verifier.effective, request.nonce)],
  };
  const isEncrypted = request.response_mode === 'direct_post.jwt';
  const { authorizationResponsePayload, jarm } = await client.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request as never,
    authorizationResponsePayload: { vp_token: vpToken },
    ...(isEncrypted && { jarm: encryption }),
  });
  const { response } = await client.submitOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request as never,
    authorizationResponsePayload,
    ...(jarm !== undefined && { jarm: { responseJwt: jarm.responseJwt } }),
  });
  return {
    clientId: verifier.effective as string,
    purpose: (request as Record<string, unknown>).eslabon_purpose,
    status: response.status,
    body: await response.json(),
  };
}

const encryption = {
  encryption: { nonce: 'of-the-wallet' },
  serverMetadata: {
    authorization_signing_alg_values_supported: [],
    authorization_encryption_alg_values_supported: ['ECDH-ES'],
    authorization_encryption_enc_values_supported: ['A256GCM', 'A128GCM'],
  },
};

/** Shows what the query asks for, and binds it to verifier and nonce (RFC 9901 §4.3). */
function present(
  { credential, key }: ThirdPartyPresentationOptions,
  given: unknown,
  audience: string | undefined,
  nonce: string,
): string {
  const [token = '', ...disclosures] = credential.split('~').slice(0, -1);
  const contents = disclosures.map((encoded) => ({ encoded, content: decode(encoded) as unknown[] }));
  const payload = decode(token.split('.')[1] as string) as Record<string, unknown>;
  const query = DcqlQuery.parse(given as never);
  const all = Object.fromEntries(contents.map(({ content: [, name, value] }) => [name as string, value]));
  const result = DcqlQuery.query(query, [
    {
      ...{ credential_format: 'dc+sd-jwt', vct: payload.vct as string, cryptographic_holder_binding: true },
      claims: { ...payload, ...all } as never,
    },
  ]);
  if (result.credential_matches.certificate?.success !== true) throw new Error('The query is not satisfied.');
  const claims = query.credentials.find(({ id }) => id === 'certificate')?.claims ?? [];
  const asked = new Set<unknown>(claims.flatMap((claim) => ('path' in claim ? claim.path : [])));
  const shown = contents.filter(({ content: [, name] }) => asked.has(name));
  const bound = [token, ...shown.map(({ encoded }) => encoded), ''].join('~');
  const proof = {
    ...{ iat: Math.floor(Date.now() / 1000), aud: audience, nonce },
    sd_hash: createHash('sha256').update(bound).digest('base64url'),
  };
  return bound + signed({ alg: 'ES256', typ: 'kb+jwt' }, proof, key);
}

type Callbacks = Omit<CallbackContext, 'generateRandom' | 'clientAuthentication'>;

function callbacks({ key, resolveDid }: ThirdPartyPresentationOptions): Callbacks {
  return {
    fetch,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    signJwt: (_signer, { header, payload }) => ({
      jwt: signed(header, payload, key),
      signerJwk: key.publicJwk,
    }),
    verifyJwt: async (signer, { compact }) => {
      const jwk = await keyOf(signer, resolveDid);
      const [header, payload, signature = ''] = compact.split('.');
      const isValid = verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        { key: createPublicKey({ key: jwk as never, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
      return isValid ? { verified: true, signerJwk: jwk } : { verified: false };
    },
    // Requests come as they were signed.
    decryptJwe: () => ({ decrypted: false }),
    encryptJwe: async (encryptor, data) => {
      const jwk = encryptor.publicJwk;
      const jwe = await new CompactEncrypt(new TextEncoder().encode(data))
        .setProtectedHeader({
          ...{ alg: encryptor.alg, enc: encryptor.enc },
          ...(jwk.kid !== undefined && { kid: jwk.kid }),
          ...(encryptor.apu !== undefined && { apu: encryptor.apu }),
          ...(encryptor.apv !== undefined && { apv: encryptor.apv }),
        })
        .encrypt(await importJWK(jwk as never, encryptor.alg));
      return { jwe, encryptionJwk: jwk };
    },
    getX509CertificateMetadata: (certificate) => {
      const { subjectAltName = '' } = new X509Certificate(Buffer.from(certificate, 'base64'));
      const named = (kind: string) =>
        subjectAltName
          .split(', ')
          .flatMap((name) => (name.startsWith(kind) ? [name.slice(kind.length)] : []));
      return { sanDnsNames: named('DNS:'), sanUriNames: named('URI:') };
    },
  };
}

async function keyOf(
  signer: JwtSigner,
  resolveDid: ThirdPartyPresentationOptions['resolveDid'],
): Promise<Jwk> {
  if (signer.method === 'x5c') {
    const leaf = new X509Certificate(Buffer.from(signer.x5c[0] as string, 'base64'));
    return leaf.publicKey.export({ format: 'jwk' }) as Jwk;
  }
  if (signer.method !== 'did') throw new Error(`A request is not signed by ${signer.method}.`);
  const { didUrl } = signer;
  const document = (await resolveDid(didUrl.split('#')[0] as string)) as {
    verificationMethod: { id: string; publicKeyHex?: string }[];
  };
  const method = document.verificationMethod.find(({ id }) => id === didUrl);
  if (method?.publicKeyHex === undefined) throw new Error(`${didUrl} has no key.`);
  return jwkOf(method.publicKeyHex);
}

/** P-256 as did:ethr publishes it: a compressed point. */
function jwkOf(publicKeyHex: string): Jwk {
  const point = ECDH.convertKey(publicKeyHex, 'prime256v1', 'hex', undefined, 'uncompressed') as Buffer;
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
}

function signed(header: object, payload: object, { privateJwk }: WalletKey): string {
  const input = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = createPrivateKey({ key: privateJwk as never, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

function decode(text: string): unknown {
  return JSON.parse(Buffer.from(text, 'base64url').toString());
}
