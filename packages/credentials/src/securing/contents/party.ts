import { isRecord } from '../../json/is-record.js';
import { malformed } from '../../secured/credential-errors.js';

/** A URL by RFC 3986 as far as its scheme; DIDs are URLs. */
const url = /^[a-z][a-z0-9+.-]*:\S+$/i;

/**
 * The identifier of an issuer or holder, which is a URL or an object with one (VCDM 2.0 §4.7).
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function partyId(value: unknown, name: 'issuer' | 'holder'): string {
  const id = isRecord(value) ? value.id : value;
  if (typeof id === 'string' && id.length <= 2048 && url.test(id)) return id;
  throw malformed(`The ${name} must be a URL or an object whose id is one.`);
}
