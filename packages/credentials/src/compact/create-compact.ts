import type { AeoCredential } from '@eslabon/core';
import { aeoCredentialSchema } from '@eslabon/core';
import { encode } from 'cborg';
import { signCoseSign1 } from '../cose/sign-cose-sign1.js';
import { base45Encode } from '../encoding/base45.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import type { CreateVcJwtOptions } from '../vc-jwt/create-vc-jwt.js';
import { claimsFromCredential } from './claims-from-credential.js';
import { compactMediaType, compactPrefix } from './labels.js';
import { parseCompact } from './parse-compact.js';

/**
 * Secures a certificate in its compact form, `aeo+cwt`, for a QR code on paper: `AEO1:` and, in base45 (RFC 9285), a
 * COSE_Sign1 over a map of claims (RFC 8392). The protected header is that of `vc+cose`, but for the kid, which is
 * the fragment alone: the DID before it is the `iss`. What a verifier would refuse is refused here.
 * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED, CREDENTIAL_ALGORITHM_UNSUPPORTED for ES256K,
 *   CREDENTIAL_SIGNATURE, CREDENTIAL_TOO_LARGE
 */
export async function createCompact(options: CreateVcJwtOptions): Promise<string> {
  const { kid, algorithm, issuedAt, sign } = options;
  const credential = parseWith(aeoCredentialSchema, options.credential, 'credential');
  const header = { alg: algorithm, kid: fragmentOf(kid, credential), typ: compactMediaType, issuedAt };
  const signed = await signCoseSign1(header, encode(claimsFromCredential(credential)), sign);
  const text = `${compactPrefix}${base45Encode(signed)}`;
  parseCompact(text);
  return text;
}

function fragmentOf(kid: string, { issuer }: AeoCredential): string {
  if (!kid.startsWith(`${issuer.id}#`)) {
    throw malformed(`The key “${kid.slice(0, 120)}” is not one of the issuer ${issuer.id}.`);
  }
  return kid.slice(issuer.id.length);
}
