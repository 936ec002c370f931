import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { Sign } from '../crypto/sign.js';
import type { JwsHeader } from '../jws/compact-jws.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import type { ConcealOptions } from './conceal-payload.js';
import { concealPayload } from './conceal-payload.js';

export interface SdJwtHeader extends JwsHeader<JoseAlgorithm> {
  /** Certificates of the issuer's key, base64 of DER, the leaf first (RFC 7515 §4.1.6); for SD-JWT VCs alone. */
  x5c?: readonly string[];
}

export interface CreateSdJwtOptions extends ConcealOptions {
  header: SdJwtHeader;
  payload: Record<string, unknown>;
  sign: Sign;
}

/**
 * Issues an SD-JWT with all its disclosures (RFC 9901 §6), for the holder.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_SIGNATURE
 */
export async function createSdJwt({
  header,
  payload,
  sign,
  ...options
}: CreateSdJwtOptions): Promise<string> {
  const concealed = concealPayload(payload, options);
  const token = await signCompactJws(header, concealed.payload, sign);
  return [token, ...concealed.disclosures.map(({ encoded }) => encoded), ''].join('~');
}
