import { type Delegation, vcdm2Context } from '@eslabon/core';
import { looksLikeSdJwt } from '../sd-jwt/parse-sd-jwt.js';
import { parseAeoSdJwt } from '../secured/aeo-sd-jwt.js';
import { parseCredentialToken } from '../secured/parse-credential-token.js';
import type { ParsedCredential } from '../secured/parsed.js';

type Envelope = Delegation['credentialSubject']['certificate'];

const prefixes = { jwt: 'data:application/vc+jwt,', sdJwt: 'data:application/dc+sd-jwt,' } as const;

/** A company's certificate as its delegation carries it: a `vc+jwt`, or a `dc+sd-jwt` without key binding. */
export function envelopeCertificate(token: string): Envelope {
  return {
    '@context': vcdm2Context,
    id: `${looksLikeSdJwt(token) ? prefixes.sdJwt : prefixes.jwt}${token}`,
    type: 'EnvelopedVerifiableCredential',
  };
}

/**
 * Reads the certificate in a delegation. The key binding of an SD-JWT would be for another verifier: it is refused, and
 * the company's signature over the delegation stands in its place.
 * @throws EslabonError CREDENTIAL_*, DELEGATION_NOT_PRESENTED for a delegation inside a delegation
 */
export function parseEnvelopedCertificate({ id }: Envelope): ParsedCredential {
  return id.startsWith(prefixes.sdJwt)
    ? parseAeoSdJwt(id.slice(prefixes.sdJwt.length), 'dc+sd-jwt')
    : parseCredentialToken(id.slice(prefixes.jwt.length), ['vc+jwt']);
}
