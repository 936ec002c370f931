import { EslabonError } from '@eslabon/core';
import { isSignatureAlgorithm } from '../crypto/public-key.js';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { isRecord } from '../json/is-record.js';
import { parseStrictJsonBytes } from '../json/parse-strict-json.js';
import type { CompactJws, JwsHeader } from './compact-jws.js';

/** A token carried inside a message is at most this large unless the caller says otherwise. */
const defaultMaxTokenBytes = 65_536;

/** Headers that bring their own key, change the encoding, or demand extensions that nobody implements. */
const refusedHeaders = ['crit', 'b64', 'jwk', 'jku', 'x5u', 'x5c', 'zip'];

/**
 * Takes a compact JWS (RFC 7515 §3.1) apart without verifying it. Bounded in size and depth; the header must name a
 * supported algorithm and must not bring its own key; header and payload must be JSON objects without repeated members.
 * @param token three base64url parts joined by full stops.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE or CREDENTIAL_ALGORITHM_UNSUPPORTED.
 */
export function parseCompactJws(token: string, { maxBytes = defaultMaxTokenBytes } = {}): CompactJws {
  if (token.length > maxBytes) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The token has ${token.length} characters; at most ${maxBytes} are read.`,
    );
  }
  const parts = token.split('.', 4);
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || !signature) {
    throw malformed(`A compact JWS has three parts joined by full stops; this has ${parts.length}.`);
  }
  return {
    header: readHeader(parseStrictJsonBytes(base64urlDecode(header), 'JWS header')),
    payload: readObject(parseStrictJsonBytes(base64urlDecode(payload), 'JWS payload'), 'payload'),
    signingInput: new TextEncoder().encode(`${header}.${payload}`),
    signature: base64urlDecode(signature),
  };
}

function readHeader(value: unknown): JwsHeader {
  const header = readObject(value, 'header');
  const refused = refusedHeaders.find((name) => Object.hasOwn(header, name));
  if (refused !== undefined) {
    throw malformed(`The JWS header must not have “${refused}”.`, [
      'Keys are looked up by kid among those that the authority attested; a token cannot bring its own.',
    ]);
  }
  const { alg, ...rest } = header;
  if (typeof alg !== 'string') throw malformed('The JWS header names no algorithm (alg).');
  if (!isSignatureAlgorithm(alg)) {
    throw new EslabonError(
      'CREDENTIAL_ALGORITHM_UNSUPPORTED',
      `The algorithm “${alg.slice(0, 40)}” is not accepted.`,
      { hints: ['Sign with ES256, ES256K or EdDSA.'] },
    );
  }
  const read: JwsHeader = { alg };
  for (const name of ['kid', 'typ', 'cty'] as const) {
    const member = rest[name];
    if (member === undefined) continue;
    if (typeof member !== 'string' || member === '' || member.length > 2048) {
      throw malformed(`The JWS header's ${name} must be a text of 1 to 2,048 characters.`);
    }
    read[name] = member;
  }
  return read;
}

function readObject(value: unknown, what: string): Record<string, unknown> {
  if (!isRecord(value)) throw malformed(`The JWS ${what} is not a JSON object.`);
  return value;
}

function malformed(message: string, hints: readonly string[] = []): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, { hints });
}
