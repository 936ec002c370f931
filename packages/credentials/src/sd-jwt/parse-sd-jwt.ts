import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { joseAlgorithms } from '../crypto/jose-key.js';
import type { ParseJwsOptions } from '../jws/parse-compact-jws.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { decodeDisclosure } from './disclosure.js';
import { readKeyBinding } from './key-binding/read-key-binding.js';
import { maxDisclosures, maxSdJwtCharacters } from './limits.js';
import { malformedSdJwt, tooLargeSdJwt } from './malformed-sd-jwt.js';
import { readSdHash } from './sd-hash.js';
import type { SdJwt } from './sd-jwt.js';

/**
 * SD-JWT VCs alone may bring a certificate chain (`x5c`, SD-JWT VC §3.5), because readers of other networks know their
 * issuers by nothing else. It is never looked at here: the key is the one that `kid` names.
 */
const x5cUnreadIn = 'application/dc+sd-jwt';

/** True for a text that has the form of an SD-JWT: a tilde ends the JWS and each disclosure. */
export function looksLikeSdJwt(text: string): boolean {
  return text.includes('~');
}

/**
 * Takes an SD-JWT, or an SD-JWT with key binding, apart (RFC 9901 §4) without verifying a signature.
 * @param options as for a JWS; `maxBytes` is for the whole text, 262,144 unless given.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE, CREDENTIAL_ALGORITHM_UNSUPPORTED; CREDENTIAL_KEY_BINDING
 *   for a key binding JWT of another token, or of this one with other disclosures.
 */
export function parseSdJwt<A extends JoseAlgorithm = JoseAlgorithm>(
  text: string,
  options: ParseJwsOptions<A> = {},
): SdJwt<A> {
  const { maxBytes = maxSdJwtCharacters } = options;
  if (text.length > maxBytes) {
    throw tooLargeSdJwt(`The SD-JWT has ${text.length} characters; at most ${maxBytes} are read.`);
  }
  const [token = '', ...rest] = text.split('~');
  const keyBinding = rest.pop();
  if (keyBinding === undefined) throw malformedSdJwt('An SD-JWT ends with a tilde or a key binding JWT.');
  return assembleSdJwt(token, rest, keyBinding === '' ? undefined : keyBinding, options);
}

/** Reads the parts of an SD-JWT, however they were carried. */
export function assembleSdJwt<A extends JoseAlgorithm>(
  token: string,
  encoded: readonly string[],
  keyBinding: string | undefined,
  options: ParseJwsOptions<A>,
): SdJwt<A> {
  if (encoded.length > maxDisclosures) {
    throw tooLargeSdJwt(`The SD-JWT has ${encoded.length} disclosures; at most ${maxDisclosures} are read.`);
  }
  const accepted = joseAlgorithms as readonly JoseAlgorithm[] as readonly A[];
  const given = { maxBytes: maxSdJwtCharacters, algorithms: accepted, x5cUnreadIn, ...options };
  const jws = parseCompactJws(token, given);
  const hash = readSdHash(jws.payload);
  const disclosures = encoded.map((item) => decodeDisclosure(item, hash));
  if (keyBinding === undefined) return { jws, hash, disclosures };
  const bound = [token, ...encoded, ''].join('~');
  return { jws, hash, disclosures, keyBinding: readKeyBinding(keyBinding, bound, hash, given.algorithms) };
}
