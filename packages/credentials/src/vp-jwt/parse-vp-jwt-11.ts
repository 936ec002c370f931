import { vcdm1Context } from '@eslabon/core';
import { z } from 'zod';
import type { CompactJws } from '../jws/compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { parseCredentialToken, parseEach } from '../secured/parse-credential-token.js';
import { parseDecodedCredential } from '../secured/parse-decoded.js';
import type { ParsedPresentation } from '../secured/parsed.js';
import { requireAgreement } from '../secured/require-agreement.js';
import { readCredentialItems, readPresentationClaims } from './presentation-claims.js';

const claimNames = new Set(['vp', 'iss', 'aud', 'nonce', 'jti', 'nbf', 'iat', 'exp']);

const presentationSchema = z.strictObject({
  '@context': z.tuple([z.literal(vcdm1Context)], z.url()),
  id: z.string().min(1).max(2048).optional(),
  type: z.union([z.literal('VerifiablePresentation'), z.tuple([z.literal('VerifiablePresentation')])]),
  holder: z.string().max(2048).optional(),
  verifiableCredential: z.unknown(),
});

/**
 * Reads a VCDM 1.1 presentation in its JWT encoding (VCDM 1.1 §6.3.1): `iss` is the holder, `vp` the presentation.
 * Its credentials are JWTs, bare or in the decoded form that carries the JWT in `proof.jwt`.
 * @throws EslabonError CREDENTIAL_*
 */
export function parseVpJwt11({ header, payload, signingInput, signature }: CompactJws): ParsedPresentation {
  const unknown = Object.keys(payload).find((name) => !claimNames.has(name));
  if (unknown !== undefined)
    throw malformed(`A VCDM 1.1 JWT must not have the claim “${unknown.slice(0, 40)}”.`);
  const { iss, jti } = payload;
  if (typeof iss !== 'string' || !iss.startsWith('did:') || iss.length > 2048) {
    throw malformed('A VCDM 1.1 presentation must name its holder by a DID (iss).');
  }
  const presentation = parseWith(presentationSchema, payload.vp, 'presentation');
  requireAgreement('vp.holder', presentation.holder, 'iss', iss);
  requireAgreement('vp.id', presentation.id, 'jti', jti ?? presentation.id);
  const items = readCredentialItems(presentation.verifiableCredential);
  return {
    kind: 'presentation',
    format: 'vp1-jwt',
    algorithm: header.alg,
    kid: header.kid,
    holder: iss,
    credentials: parseEach(items, (item) =>
      typeof item === 'string' ? parseCredentialToken(item) : parseDecodedCredential(item),
    ),
    ...readPresentationClaims(payload),
    signingInput,
    signature,
  };
}
