import type { AeoCredential } from '@eslabon/core';
import { aeoCredentialSchema } from '@eslabon/core';
import type { SignatureAlgorithm } from '../crypto/public-key.js';
import type { Sign } from '../crypto/sign.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';

export interface CreateVcJwtOptions {
  credential: AeoCredential;
  /** DID URL of the key: `<issuer.id>#<fragment>`. */
  kid: string;
  algorithm: SignatureAlgorithm;
  /** When it is signed, Unix seconds. */
  issuedAt: number;
  sign: Sign;
}

/**
 * Secures a certificate as `vc+jwt` (VCDM 2.0, VC-JOSE-COSE §3.1): header `{alg, kid, typ, cty}`, payload = the
 * credential, `iss` and `iat`. What a verifier would refuse is refused here, before it is signed.
 * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED when the key is not the issuer's, CREDENTIAL_SIGNATURE.
 */
export async function createVcJwt(options: CreateVcJwtOptions): Promise<string> {
  const { kid, algorithm, issuedAt, sign } = options;
  const credential = parseWith(aeoCredentialSchema, options.credential, 'credential');
  if (!kid.startsWith(`${credential.issuer.id}#`)) {
    throw malformed(`The key “${kid.slice(0, 120)}” is not one of the issuer ${credential.issuer.id}.`);
  }
  return signCompactJws(
    { alg: algorithm, kid, typ: 'vc+jwt', cty: 'vc' },
    { ...credential, iss: credential.issuer.id, iat: issuedAt },
    sign,
  );
}
