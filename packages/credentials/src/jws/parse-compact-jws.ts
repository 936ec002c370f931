import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { SignatureAlgorithm } from '../crypto/public-key.js';
import { signatureAlgorithms } from '../crypto/public-key.js';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { isRecord } from '../json/is-record.js';
import { parseStrictJsonBytes } from '../json/parse-strict-json.js';
import type { CompactJws } from './compact-jws.js';
import { malformedJws } from './malformed-jws.js';
import { readJwsHeader } from './read-jws-header.js';

/** A token carried inside a message is at most this large unless the caller says otherwise. */
const defaultMaxTokenBytes = 65_536;

export interface ParseJwsOptions<A extends JoseAlgorithm> {
  /** Most characters that are read; 65,536 unless given. */
  maxBytes?: number;
  /** Algorithms that are accepted; those of AEO certificates unless given. */
  algorithms?: readonly A[];
  /** False where the caller has the one key already and `kid` is not to be looked at. */
  readKid?: boolean;
  /** Media type of tokens in which `x5c` may stand, and is not read; it is refused in every other. */
  x5cUnreadIn?: string;
}

/**
 * Takes a compact JWS (RFC 7515 §3.1) apart without verifying it. Bounded in size and depth; the header must name an
 * accepted algorithm and must not bring its own key; header and payload must be JSON objects without repeated members.
 * @param token three base64url parts joined by full stops.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE or CREDENTIAL_ALGORITHM_UNSUPPORTED.
 */
export function parseCompactJws<A extends JoseAlgorithm = SignatureAlgorithm>(
  token: string,
  options: ParseJwsOptions<A> = {},
): CompactJws<A> {
  const { maxBytes = defaultMaxTokenBytes, readKid = true, x5cUnreadIn } = options;
  const algorithms = options.algorithms ?? (signatureAlgorithms as readonly JoseAlgorithm[] as readonly A[]);
  if (token.length > maxBytes) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The token has ${token.length} characters; at most ${maxBytes} are read.`,
    );
  }
  const parts = token.split('.', 4);
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || !signature) {
    throw malformedJws(`A compact JWS has three parts joined by full stops; this has ${parts.length}.`);
  }
  const read = parseStrictJsonBytes(base64urlDecode(header), 'JWS header');
  return {
    header: readJwsHeader(read, { algorithms, readKid, x5cUnreadIn }),
    payload: readPayload(payload),
    signingInput: new TextEncoder().encode(`${header}.${payload}`),
    signature: base64urlDecode(signature),
  };
}

function readPayload(text: string): Record<string, unknown> {
  const payload = parseStrictJsonBytes(base64urlDecode(text), 'JWS payload');
  if (!isRecord(payload)) throw malformedJws('The JWS payload is not a JSON object.');
  return payload;
}
