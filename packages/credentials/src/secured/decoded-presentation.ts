import { isRecord } from '../json/is-record.js';
import type { CompactJws } from '../jws/compact-jws.js';
import { parseVpJwt11 } from '../vp-jwt/parse-vp-jwt-11.js';
import { malformed } from './credential-errors.js';
import { jwtOfProof, requireUnaltered } from './decoded-proof.js';
import { instantOf, readNumericDate } from './numeric-date.js';
import { parseDecodedCredential } from './parse-decoded.js';
import type { ParsedPresentation } from './parsed.js';

/**
 * Reads a VCDM 1.1 presentation in Veramo's decoded form: the signed JWT is read, and whatever stands beside it, the
 * credentials included, must be what it decodes to.
 * @throws EslabonError CREDENTIAL_*
 */
export function decodedPresentation(jws: CompactJws, members: Record<string, unknown>): ParsedPresentation {
  const presentation = parseVpJwt11(jws);
  const { verifiableCredential, ...others } = members;
  const { payload } = jws;
  const vp = payload.vp as Record<string, unknown>;
  const issued = readNumericDate(payload, 'nbf') ?? readNumericDate(payload, 'iat');
  requireUnaltered(others, {
    ...payload,
    ...vp,
    type: [vp.type].flat(),
    holder: presentation.holder,
    ...(payload.jti !== undefined && { id: payload.jti }),
    ...(presentation.audience !== undefined && { verifier: [presentation.audience] }),
    ...(issued !== undefined && { issuanceDate: instantOf(issued) }),
    ...(presentation.expiresAt !== undefined && { expirationDate: instantOf(presentation.expiresAt) }),
  });
  if (verifiableCredential !== undefined) {
    requireSameCredentials(verifiableCredential, vp.verifiableCredential as unknown[]);
  }
  return presentation;
}

function requireSameCredentials(shown: unknown, signed: readonly unknown[]): void {
  if (!Array.isArray(shown) || shown.length !== signed.length) {
    throw malformed('The presentation was altered: its credentials are not those that were signed.');
  }
  shown.forEach((item: unknown, at) => {
    if (isRecord(item)) parseDecodedCredential(item);
    if (tokenOf(item) !== tokenOf(signed[at])) {
      throw malformed(`The presentation was altered: credential ${at + 1} is not the one that was signed.`);
    }
  });
}

function tokenOf(item: unknown): unknown {
  return isRecord(item) ? jwtOfProof(item).token : item;
}
