import { vcdm2Context } from '@eslabon/core';
import type { SignatureAlgorithm } from '../crypto/public-key.js';
import type { Sign } from '../crypto/sign.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { malformed } from '../secured/credential-errors.js';
import { parseCredentialToken, parseEach } from '../secured/parse-credential-token.js';
import { readCredentialItems } from './presentation-claims.js';

export interface CreateVpJwtOptions {
  /** DID of the holder. */
  holder: string;
  /** DID URL of the key: `<holder>#<fragment>`; for a did:jwk `<did>#0`. */
  kid: string;
  algorithm: SignatureAlgorithm;
  /** 1 to 20 `vc+jwt` tokens. */
  credentials: readonly string[];
  /** The one verifier it is for, as that verifier names itself. */
  audience: string;
  /** The verifier's challenge. */
  nonce: string;
  /** Unix seconds. */
  issuedAt: number;
  expiresAt?: number;
  sign: Sign;
}

/**
 * Presents credentials to one verifier as `vp+jwt` (VCDM 2.0, VC-JOSE-COSE §3.2), each enveloped as it was issued.
 * @throws EslabonError CREDENTIAL_* when a credential could not be read by the verifier, or the key is not the holder's.
 */
export async function createVpJwt(options: CreateVpJwtOptions): Promise<string> {
  const { holder, kid, algorithm, credentials, audience, nonce, issuedAt, expiresAt, sign } = options;
  if (!kid.startsWith(`${holder}#`)) {
    throw malformed(`The key “${kid.slice(0, 120)}” is not one of the holder ${holder.slice(0, 120)}.`);
  }
  readCredentialItems(credentials);
  parseEach(credentials, (token) => parseCredentialToken(token, ['vc+jwt']));
  return signCompactJws(
    { alg: algorithm, kid, typ: 'vp+jwt', cty: 'vp' },
    {
      '@context': [vcdm2Context],
      type: ['VerifiablePresentation'],
      holder,
      verifiableCredential: credentials.map((token) => ({
        '@context': vcdm2Context,
        id: `data:application/vc+jwt,${token}`,
        type: 'EnvelopedVerifiableCredential',
      })),
      iss: holder,
      aud: audience,
      nonce,
      iat: issuedAt,
      ...(expiresAt !== undefined && { exp: expiresAt }),
    },
    sign,
  );
}
