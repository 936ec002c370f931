import { vcdm1Context } from '@eslabon/core';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import type { JwsHeader } from '../jws/compact-jws.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { instantOf } from '../secured/numeric-date.js';
import { credential, issuedAt, issuerDid, payload11 } from './credential.fixture.js';
import type { TestKey } from './keys.fixture.js';

const encoder = new TextEncoder();

export const kid = `${issuerDid}#delegate-1`;

export const vcHeader = { typ: 'vc+jwt', cty: 'vc', kid };

/** The payload of a vc+jwt, as an authority makes it. */
export function vcPayload(): Record<string, unknown> {
  return { ...credential(), iss: issuerDid, iat: issuedAt };
}

/** Signs any payload under any header: tests of refusals need tokens that nobody ought to make. */
export function token(key: TestKey, header: Partial<JwsHeader>, payload: object): Promise<string> {
  return signCompactJws({ alg: key.algorithm, ...header }, payload, key.sign);
}

/** The same of any header too, with whatever a stranger may put in it. */
export async function rawToken(key: TestKey, header: unknown, payload: unknown): Promise<string> {
  const signed = [header, payload]
    .map((part) => base64urlEncode(encoder.encode(JSON.stringify(part))))
    .join('.');
  return `${signed}.${base64urlEncode(await key.sign(encoder.encode(signed)))}`;
}

export const vcToken = (key: TestKey): Promise<string> => token(key, vcHeader, vcPayload());

export const vc11Token = (key: TestKey): Promise<string> => token(key, { typ: 'JWT' }, payload11());

/** What Veramo hands out after decoding a VCDM 1.1 JWT made of `payload11()`. */
export function decodedForm(jwt: string): Record<string, unknown> {
  const { vc, issuer, jti, nbf, exp, iss } = payload11();
  return {
    ...vc,
    id: jti,
    issuer: { id: iss, ...(issuer as object) },
    issuanceDate: instantOf(nbf as number),
    expirationDate: instantOf(exp as number),
    proof: { type: 'JwtProof2020', jwt },
  };
}

/** The payload of a VCDM 1.1 presentation as did-jwt-vc makes it. */
export function vp11Payload(holder: string, credentials: unknown[]): Record<string, unknown> {
  return {
    vp: { '@context': [vcdm1Context], type: ['VerifiablePresentation'], verifiableCredential: credentials },
    iss: holder,
    nbf: issuedAt,
    nonce: 'n-1',
    aud: ['https://border.example'],
  };
}
