import { parseVcJwt } from '../vc-jwt/parse-vc-jwt.js';
import type { ParsedCredential, ParsedToken } from './parsed.js';

export interface ProvenCredential extends ParsedToken {
  /** VCDM 2.0, without its proof. */
  credential: Record<string, unknown>;
  /** DID URL of the key that the proof names. */
  kid: string;
  /** When the proof was made, Unix seconds. */
  issuedAt: number;
}

/**
 * Reads a certificate with a Data Integrity proof that was taken apart elsewhere: canonical RDF is more than this package
 * does. The same members are demanded as of a token.
 * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED
 */
export function readProvenCredential({ credential, issuedAt, ...proof }: ProvenCredential): ParsedCredential {
  const { algorithm: alg, kid, signingInput, signature } = proof;
  const jws = { header: { alg, kid }, payload: { ...credential, iat: issuedAt }, signingInput, signature };
  return parseVcJwt(jws as Parameters<typeof parseVcJwt>[0], 'ldp_vc');
}
