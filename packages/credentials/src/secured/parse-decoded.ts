import type { CompactJws } from '../jws/compact-jws.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { parseVcJwt11 } from '../vc-jwt-11/parse-vc-jwt-11.js';
import { malformed } from './credential-errors.js';
import { jwtOfProof, requireUnaltered } from './decoded-proof.js';
import { maxCredentialBytes } from './limits.js';
import type { ParsedCredential } from './parsed.js';
import { tokenFormat } from './token-format.js';

/**
 * Reads a credential in Veramo's decoded form `{…claims, proof: {type: 'JwtProof2020', jwt}}`: the JWT is read, and
 * the claims beside it must say the same.
 * @throws EslabonError CREDENTIAL_*
 */
export function parseDecodedCredential(value: unknown): ParsedCredential {
  const { token, members } = jwtOfProof(value);
  return decodedCredential(parseCompactJws(token, { maxBytes: maxCredentialBytes }), members);
}

/** The same for a token that has been taken apart already. */
export function decodedCredential(jws: CompactJws, members: Record<string, unknown>): ParsedCredential {
  const format = tokenFormat(jws);
  if (format !== 'vc1-jwt') throw malformed(`The decoded form carries VCDM 1.1 JWTs only, not ${format}.`);
  const credential = parseVcJwt11(jws);
  requireUnaltered(members, { ...jws.payload, ...credential.claims });
  return credential;
}
