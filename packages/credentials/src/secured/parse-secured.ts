import { EslabonError } from '@eslabon/core';
import { looksLikeCompact, parseCompact } from '../compact/parse-compact.js';
import { isRecord } from '../json/is-record.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { looksLikeSdJwt } from '../sd-jwt/parse-sd-jwt.js';
import { parseVpJwt } from '../vp-jwt/parse-vp-jwt.js';
import { parseVpJwt11 } from '../vp-jwt/parse-vp-jwt-11.js';
import { looksLikeCose, parseAeoCose } from './aeo-cose.js';
import { readAeoSdJwt } from './aeo-sd-jwt.js';
import { malformed, tooLarge, unsupported } from './credential-errors.js';
import { decodedPresentation } from './decoded-presentation.js';
import { carriesJwt, jwtOfProof } from './decoded-proof.js';
import { envelopedFormat, envelopedToken } from './enveloped-token.js';
import { maxCredentialBytes, maxDecodedBytes, maxPresentationBytes } from './limits.js';
import { credentialOf } from './parse-credential-token.js';
import { decodedCredential } from './parse-decoded.js';
import { parseEnvelopedCredential } from './parse-enveloped-credential.js';
import type { ParsedCredential, ParsedPresentation } from './parsed.js';
import type { TokenFormat } from './token-format.js';
import { tokenFormat } from './token-format.js';

/**
 * The one entry point for whatever someone hands over as a credential or presentation. It checks form, never
 * authenticity: the signature is not looked at.
 *
 * A string is the code of a paper (`AEO1:`), an SD-JWT, a COSE_Sign1 in base64 or a compact JWS, by its form; the type
 * in its header decides the format. Bytes are a COSE_Sign1. An object is an EnvelopedVerifiableCredential, an
 * EnvelopedVerifiablePresentation, or Veramo's decoded form with `proof.jwt`, of which only the JWT counts.
 * @param input a string, bytes, or a JSON value as parsed.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE (a credential over 64 KiB, a presentation over
 *   512 KiB or 20 credentials), CREDENTIAL_FORMAT_UNSUPPORTED, CREDENTIAL_ALGORITHM_UNSUPPORTED, CREDENTIAL_SCHEMA.
 */
export function parseSecured(input: unknown): ParsedCredential | ParsedPresentation {
  if (typeof input === 'string') return parseText(input);
  if (input instanceof Uint8Array) return parseAeoCose(input);
  const object = plainJson(input);
  if (!isRecord(object)) throw unsupported(`${describe(object)} is not a credential.`);
  const format = envelopedFormat(object);
  if (format === 'vp+jwt') return parseToken(envelopedToken(object, format), format);
  if (format !== undefined) return parseEnvelopedCredential(object);
  if (carriesJwt(object)) return parseDecoded(object);
  throw unsupported('An object without an enveloped or carried JWT is not a credential that we read.');
}

function parseText(text: string): ParsedCredential | ParsedPresentation {
  if (looksLikeCompact(text)) return parseCompact(text);
  if (looksLikeSdJwt(text)) return readAeoSdJwt(text).parsed;
  if (looksLikeCose(text)) return parseAeoCose(text);
  // What a code on a poster holds is no certificate, and no damaged one either.
  if (isAddress(text)) throw unsupported('An address is not a credential.');
  return parseToken(text);
}

/** True for a URI (RFC 3986 §3.1), which begins as no token can. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]{0,40}:/i.test(text);
}

function parseToken(token: string, expected?: TokenFormat): ParsedCredential | ParsedPresentation {
  const { jws, format } = takeApart(token);
  if (expected !== undefined && format !== expected) {
    throw malformed(`A token of the format ${format} is enveloped as ${expected}.`);
  }
  if (format === 'vp+jwt') return parseVpJwt(jws);
  if (format === 'vp1-jwt') return parseVpJwt11(jws);
  return credentialOf(jws, format);
}

function parseDecoded(object: Record<string, unknown>): ParsedCredential | ParsedPresentation {
  const { token, members } = jwtOfProof(object);
  const { jws, format } = takeApart(token);
  return format === 'vp1-jwt' ? decodedPresentation(jws, members) : decodedCredential(jws, members);
}

/** Presentations may be larger than credentials, and only a look inside tells them apart. */
function takeApart(token: string) {
  const jws = parseCompactJws(token, { maxBytes: maxPresentationBytes });
  const format = tokenFormat(jws);
  if (token.length > maxCredentialBytes && (format === 'vc+jwt' || format === 'vc1-jwt')) {
    throw tooLarge('credential', token.length, maxCredentialBytes);
  }
  return { jws, format };
}

/** A copy made of JSON only: bounded, without cycles, accessors or prototypes of the sender's making. */
function plainJson(input: unknown): unknown {
  let text: string | undefined;
  try {
    text = JSON.stringify(input);
  } catch (cause) {
    throw new EslabonError('CREDENTIAL_MALFORMED', 'The object is not JSON.', { cause });
  }
  if (text === undefined) return undefined;
  if (text.length > maxDecodedBytes) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The object has ${text.length} characters as JSON; at most ${maxDecodedBytes} are read.`,
    );
  }
  return parseStrictJson(text, 'object');
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'A list';
  return value === undefined || value === null ? 'Nothing' : `A ${typeof value}`;
}
