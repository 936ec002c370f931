import { EslabonError } from '@eslabon/core';
import { isDelegation, notPresented } from '../delegation/is-delegation.js';
import type { CompactJws } from '../jws/compact-jws.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { parseVcJwt } from '../vc-jwt/parse-vc-jwt.js';
import { parseVcJwt11 } from '../vc-jwt-11/parse-vc-jwt-11.js';
import { malformed } from './credential-errors.js';
import { maxCredentialBytes } from './limits.js';
import type { ParsedCredential } from './parsed.js';
import type { TokenFormat } from './token-format.js';
import { tokenFormat } from './token-format.js';

/** Reads a token that must be a credential of one of the given formats, or of any. @throws EslabonError CREDENTIAL_* */
export function parseCredentialToken(
  token: string,
  formats: readonly TokenFormat[] = ['vc+jwt', 'vc1-jwt'],
): ParsedCredential {
  return credentialAmong(parseCompactJws(token, { maxBytes: maxCredentialBytes }), formats);
}

/** The same for a token that has been taken apart already. */
export function credentialAmong(jws: CompactJws, formats: readonly TokenFormat[]): ParsedCredential {
  const format = tokenFormat(jws);
  if (!formats.includes(format)) {
    throw malformed(`A token of the format ${format} stands where ${formats.join(' or ')} must.`);
  }
  return credentialOf(jws, format);
}

/** Reads a certificate out of a token that has been taken apart. A delegation, which stands elsewhere, is refused. */
export function credentialOf(jws: CompactJws, format: TokenFormat): ParsedCredential {
  if (format !== 'vc+jwt') return parseVcJwt11(jws);
  if (isDelegation(jws.payload)) throw notPresented('unless its delegate presents it, alone in a vp+jwt');
  return parseVcJwt(jws);
}

/** Parses the credentials of a presentation; a message says which of them was refused. */
export function parseEach<T, P = ParsedCredential>(items: readonly T[], parse: (item: T) => P): P[] {
  return items.map((item, at) => {
    try {
      return parse(item);
    } catch (cause) {
      if (!(cause instanceof EslabonError)) throw cause;
      throw new EslabonError(cause.code, `Credential ${at + 1} of ${items.length}: ${cause.message}`, {
        cause,
        hints: cause.hints,
        details: cause.details,
      });
    }
  });
}
