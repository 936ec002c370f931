import { encode } from 'cborg';
import type { CoseHeader } from '../cose/cose-sign1.js';
import { decodeCbor } from '../cose/decode-cbor.js';
import { encodeCoseSign1 } from '../cose/encode-cose-sign1.js';
import { parseCoseSign1 } from '../cose/parse-cose-sign1.js';
import { protectedHeader } from '../cose/protected-header.js';
import { isSignatureAlgorithm } from '../crypto/public-key.js';
import { base45Decode } from '../encoding/base45.js';
import { malformed, tooLarge, unsupported, unsupportedAlgorithm } from '../secured/credential-errors.js';
import type { ParsedCredential } from '../secured/parsed.js';
import { parseVcJwt } from '../vc-jwt/parse-vc-jwt.js';
import { claimsFromCredential } from './claims-from-credential.js';
import { credentialFromClaims } from './credential-from-claims.js';
import { compactMediaType, compactPrefix, maxCompactCharacters } from './labels.js';

/** True for a text that begins as a compact certificate. */
export function looksLikeCompact(text: string): boolean {
  return text.startsWith(compactPrefix);
}

/**
 * Reads a certificate in its compact form, `aeo+cwt`. There is one text for what it says under a signature: whatever
 * is not written as `createCompact` writes it is refused.
 * @throws EslabonError CREDENTIAL_*
 */
export function parseCompact(text: string): ParsedCredential {
  if (text.length > maxCompactCharacters) throw tooLarge('credential', text.length, maxCompactCharacters);
  if (!looksLikeCompact(text)) throw unsupported(`A compact certificate begins with ${compactPrefix}`);
  const bytes = base45Decode(text.slice(compactPrefix.length));
  const { header, payload, signingInput, signature } = parseCoseSign1(bytes);
  const { alg, kid, issuedAt } = readHeader(header);
  const credential = credentialFromClaims(decodeCbor(payload, 'payload'));
  const canonical = encodeCoseSign1(
    protectedHeader(header),
    encode(claimsFromCredential(credential)),
    signature,
  );
  if (!isSame(bytes, canonical)) throw malformed('The certificate is not in its one compact form.');
  const claims = { ...credential, iat: issuedAt };
  const named = { alg, kid: `${credential.issuer.id}${kid}` };
  return parseVcJwt({ header: named, payload: claims, signingInput, signature }, 'aeo+cwt');
}

function readHeader({ alg, kid, typ, contentType, issuedAt }: CoseHeader) {
  if (!isSignatureAlgorithm(alg)) throw unsupportedAlgorithm(alg);
  if (typ !== compactMediaType) {
    throw unsupported(`A compact certificate of the type “${typ?.slice(0, 40)}” is not one that we read.`);
  }
  if (contentType !== undefined) throw malformed('A compact certificate names no content type.');
  if (kid === undefined || !/^#./.test(kid)) {
    throw malformed('A compact certificate names its key by a fragment, such as #delegate-1.');
  }
  return { alg, kid, issuedAt };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
