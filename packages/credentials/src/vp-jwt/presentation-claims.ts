import { EslabonError } from '@eslabon/core';
import type { CompactJws } from '../jws/compact-jws.js';
import { malformed } from '../secured/credential-errors.js';
import { maxCredentials } from '../secured/limits.js';
import { readNumericDate } from '../secured/numeric-date.js';
import type { ParsedPresentation } from '../secured/parsed.js';

type PresentationClaims = Pick<
  ParsedPresentation,
  'audience' | 'nonce' | 'issuedAt' | 'notBefore' | 'expiresAt'
>;

/**
 * The claims that bind a presentation to one verifier and one moment: aud, nonce, iat (or nbf), nbf and exp.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function readPresentationClaims(payload: CompactJws['payload']): PresentationClaims {
  const { nonce } = payload;
  if (nonce !== undefined && (typeof nonce !== 'string' || nonce === '' || nonce.length > 1024)) {
    throw malformed('The claim nonce must be a text of 1 to 1,024 characters.');
  }
  const audience = readAudience(payload.aud);
  const notBefore = readNumericDate(payload, 'nbf');
  const issuedAt = readNumericDate(payload, 'iat') ?? notBefore;
  const expiresAt = readNumericDate(payload, 'exp');
  return {
    ...(audience !== undefined && { audience }),
    ...(nonce !== undefined && { nonce }),
    ...(issuedAt !== undefined && { issuedAt }),
    ...(notBefore !== undefined && { notBefore }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** The items of `verifiableCredential`, 1 to 20. @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_TOO_LARGE */
export function readCredentialItems(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw malformed('verifiableCredential must be an array of at least one credential.');
  }
  if (value.length > maxCredentials) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The presentation has ${value.length} credentials; at most ${maxCredentials} are read.`,
    );
  }
  return value;
}

function readAudience(aud: unknown): string | undefined {
  if (aud === undefined) return undefined;
  const audience: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (typeof audience !== 'string' || audience === '' || audience.length > 2048) {
    throw malformed('The claim aud must name the one verifier that the presentation is for.');
  }
  return audience;
}
