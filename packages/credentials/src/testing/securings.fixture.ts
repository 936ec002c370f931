import { expect } from '@jest/globals';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import type { OpenOptions } from '../securing/open-secured.js';
import { openSecured } from '../securing/open-secured.js';
import { secureDocument } from '../securing/secure-document.js';
import { securings } from '../securing/securings.js';
import { anyCredential, anyPresentation, issuer } from './documents.fixture.js';
import { joseTestKey } from './jose-keys.fixture.js';
import { random } from './sd-jwts.fixture.js';

export type Members = Record<string, unknown>;

export const kid = `${issuer}#key-1`;
export const keys = {
  ES256: joseTestKey('ES256', kid),
  ES384: joseTestKey('ES384', kid),
  ES512: joseTestKey('ES512', kid),
  EdDSA: joseTestKey('EdDSA', kid),
};
/** What everything is signed with unless a test says otherwise. */
export const key = keys.ES256;

export const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
export const malformed = refused('CREDENTIAL_MALFORMED');
export const selective = { disclosable: [], random };
export const vct = { vct: 'https://issuer.example/type', iss: issuer, name: 'x' };

/** Every media type that something can be secured as. */
export const mediaTypes = [...new Set(securings.map(({ mediaType }) => mediaType))];

export const documentFor = (mediaType: string): Members => {
  if (mediaType.includes('/dc+')) return { ...vct };
  return mediaType.includes('/vc+') ? anyCredential() : anyPresentation();
};

export const secure = (
  mediaType: (typeof mediaTypes)[number],
  document = documentFor(mediaType),
  more: object = {},
) =>
  secureDocument(document, {
    mediaType,
    signer: key.signer,
    ...(mediaType.endsWith('+sd-jwt') && { selective }),
    ...more,
  });

export const open = (secured: string | Uint8Array, options: Partial<OpenOptions> = {}) =>
  openSecured(secured, { keyFor: () => key.publicKey, ...options });

export function base64urlOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A compact JWS of any payload. */
export function jwtOf(typ: string, payload: object): Promise<string> {
  return signCompactJws({ alg: 'ES256', kid, typ }, payload, key.signer.sign);
}
