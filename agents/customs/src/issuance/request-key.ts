import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto';
import { base64urlEncode } from '@eslabon/credentials';
import { jwkThumbprint, type RequestEncryptionJwk } from '@eslabon/exchange';
import { p256 } from '@noble/curves/nist.js';

/** The key that wallets encrypt credential requests to. */
export interface RequestKey {
  privateKey: KeyObject;
  publicJwk: RequestEncryptionJwk;
  kid: string;
}

/**
 * @param masterKey of the agent, from which the key is derived (RFC 5869): it stays the same, because wallets keep
 *   metadata, and protects nothing that outlives a request.
 */
export function openRequestKey(masterKey: Uint8Array): RequestKey {
  // 48 bytes for a key of 32, so that every key is as likely as the others (FIPS 186-5 A.2.1).
  const seed = hkdfSync('sha256', masterKey, new Uint8Array(), 'eslabon issuance request encryption', 48);
  const { secretKey, publicKey } = p256.keygen(new Uint8Array(seed));
  const bytes = p256.getPublicKey(secretKey, false);
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map(base64urlEncode) as [string, string];
  const kid = jwkThumbprint({ algorithm: 'ES256', bytes: publicKey });
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y, kid };
  const jwk = { ...publicJwk, d: base64urlEncode(secretKey) };
  return { privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), publicJwk, kid };
}
