import { base64urlDecode } from '../encoding/base64url-decode.js';
import { fieldBytes } from './curves.js';
import type { JoseAlgorithm } from './jose-key.js';
import { keyUnsupported } from './multicodec.js';

/**
 * A member of a JWK that is a field element or a private key: base64url of exactly as many bytes as the curve has
 * (RFC 7518 §6.2.1.2), so that each value has one text.
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function jwkCoordinate(algorithm: JoseAlgorithm, name: 'x' | 'y' | 'd', value: unknown): Uint8Array {
  const length = fieldBytes[algorithm];
  let bytes: Uint8Array | undefined;
  try {
    const fits = typeof value === 'string' && value.length === Math.ceil((length * 4) / 3);
    bytes = fits ? base64urlDecode(value) : undefined;
  } catch {
    bytes = undefined;
  }
  if (bytes === undefined) throw keyUnsupported(`The JWK's ${name} must be ${length} bytes in base64url.`);
  return bytes;
}
