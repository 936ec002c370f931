import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { SignatureAlgorithm } from '../crypto/public-key.js';

/** The protected header members that Eslabón reads (RFC 7515 §4.1). */
export interface JwsHeader<A extends JoseAlgorithm = SignatureAlgorithm> {
  alg: A;
  kid?: string;
  typ?: string;
  cty?: string;
}

/** A compact JWS taken apart. Nothing in it is trusted before the signature is verified. */
export interface CompactJws<A extends JoseAlgorithm = SignatureAlgorithm> {
  header: JwsHeader<A>;
  payload: Record<string, unknown>;
  /** The bytes that were signed. */
  signingInput: Uint8Array;
  signature: Uint8Array;
}
