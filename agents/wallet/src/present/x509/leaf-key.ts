import { base64urlEncode } from '@eslabon/credentials';
import { type Bytes, sha256 } from '../../keys/bytes.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import type { VerifierKey } from '../request/verifier-key.js';
import { readX509 } from './read-x509.js';

/**
 * The key of the certificate that a request brings along, if it is the one that the client identifier means: one with
 * its DNS name, or with its hash (OpenID4VP 1.0 §5.9.3). A web page has no list of roots: who vouches for the
 * certificate is not known, so the verifier stays unproven, and a DNS name binds where the answer may go.
 * @param name what follows the prefix
 * @param now Unix seconds
 * @throws TroubleError REQUEST_INVALID, REQUEST_EXPIRED
 */
export async function leafKey(
  prefix: 'x509_san_dns' | 'x509_hash',
  name: string,
  x5c: readonly string[] | undefined,
  now: number,
): Promise<VerifierKey> {
  const [leaf] = x5c ?? [];
  if (leaf === undefined)
    throw new TroubleError('REQUEST_INVALID', 'The request brings no certificate (x5c).');
  const der: Bytes = Uint8Array.from(atob(leaf), (character) => character.charCodeAt(0));
  const { key, dnsNames, notBefore, notAfter } = readX509(der);
  if (now < notBefore || now > notAfter) {
    throw new TroubleError('REQUEST_EXPIRED', 'The certificate of the verifier is not valid now.');
  }
  if (prefix === 'x509_hash') {
    if (base64urlEncode(await sha256(der)) === name) return { key };
  } else if (dnsNames.includes(name.toLowerCase())) {
    return { key, host: name.toLowerCase() };
  }
  throw new TroubleError('REQUEST_INVALID', `The certificate is not that of “${name.slice(0, 80)}”.`);
}
