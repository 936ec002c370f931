import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { isRecord } from '../json/is-record.js';
import type { ParseJwsOptions } from '../jws/parse-compact-jws.js';
import { malformedSdJwt } from './malformed-sd-jwt.js';
import { assembleSdJwt } from './parse-sd-jwt.js';
import type { SdJwt } from './sd-jwt.js';

/**
 * Reads an SD-JWT in the flattened JSON serialisation (RFC 9901 §8.1): disclosures and the key binding JWT stand in
 * the unprotected header, and say there what they say between tildes.
 * @param value a JSON value as parsed.
 * @throws EslabonError as `parseSdJwt`
 */
export function parseSdJwtJson<A extends JoseAlgorithm = JoseAlgorithm>(
  value: unknown,
  options: ParseJwsOptions<A> = {},
): SdJwt<A> {
  if (!isRecord(value)) throw malformedSdJwt('An SD-JWT in JSON is an object.');
  const { protected: header, payload, signature, header: unprotected, ...others } = value;
  const [other] = Object.keys(others);
  if (other !== undefined) throw malformedSdJwt(`An SD-JWT in JSON has no member “${other.slice(0, 40)}”.`);
  if (typeof header !== 'string' || typeof payload !== 'string' || typeof signature !== 'string') {
    throw malformedSdJwt('An SD-JWT in JSON has protected, payload and signature.');
  }
  const { disclosures = [], kb_jwt: keyBinding } = isRecord(unprotected) ? unprotected : {};
  if (!Array.isArray(disclosures) || !disclosures.every((item) => typeof item === 'string' && item !== '')) {
    throw malformedSdJwt('The disclosures of an SD-JWT are an array of texts.');
  }
  if (keyBinding !== undefined && (typeof keyBinding !== 'string' || keyBinding === '')) {
    throw malformedSdJwt('The key binding JWT (kb_jwt) is a text.');
  }
  return assembleSdJwt(`${header}.${payload}.${signature}`, disclosures, keyBinding, options);
}
