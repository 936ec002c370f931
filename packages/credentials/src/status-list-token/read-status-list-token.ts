import { EslabonError } from '@eslabon/core';
import { joseAlgorithms } from '../crypto/jose-key.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { readNumericDate } from '../secured/numeric-date.js';
import { mediaTypeOf } from '../securing/media-type.js';
import { decodeTokenStatusList } from '../status-list/token-status-list.js';
import type { StatusListToken } from './status-list-token.js';
import { statusListMediaType } from './status-list-token.js';

/** A list that does not compress at all has four characters for three bytes. */
const maxCharacters = 6 << 20;

/**
 * Takes a `statuslist+jwt` apart without verifying its signature: type, subject and dates are there, and the list is
 * inflated within bounds.
 * @param maxListBytes most bytes that the list may inflate to; 4 MiB unless given.
 * @throws EslabonError STATUS_LIST_MALFORMED, STATUS_LIST_TOO_LARGE, CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE,
 *   CREDENTIAL_ALGORITHM_UNSUPPORTED
 */
export function readStatusListToken(text: string, maxListBytes?: number): StatusListToken {
  const { header, payload, signingInput, signature } = parseCompactJws(text, {
    maxBytes: maxCharacters,
    algorithms: joseAlgorithms,
    x5cUnreadIn: statusListMediaType,
  });
  if (mediaTypeOf(header.typ) !== statusListMediaType) {
    throw malformed(`A status list has the type statuslist+jwt, not “${header.typ?.slice(0, 40)}”.`);
  }
  const { sub, iss, ttl, status_list: list } = payload;
  const issuedAt = readNumericDate(payload, 'iat');
  const expiresAt = readNumericDate(payload, 'exp');
  if (typeof sub !== 'string' || sub === '' || sub.length > 2048) {
    throw malformed('A status list says where it is served (sub).');
  }
  if (issuedAt === undefined) throw malformed('A status list says when it was made (iat).');
  if (iss !== undefined && typeof iss !== 'string')
    throw malformed('The issuer of a status list is a text (iss).');
  if (ttl !== undefined && !(typeof ttl === 'number' && ttl > 0)) {
    throw malformed('The time to live of a status list is a positive number of seconds (ttl).');
  }
  return {
    subject: sub,
    ...(iss !== undefined && { issuer: iss }),
    issuedAt,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(ttl !== undefined && { ttl }),
    list: decodeTokenStatusList(list, maxListBytes),
    claims: payload,
    algorithm: header.alg,
    ...(header.kid !== undefined && { kid: header.kid }),
    signingInput,
    signature,
  };
}

function malformed(message: string): EslabonError {
  return new EslabonError('STATUS_LIST_MALFORMED', message);
}
