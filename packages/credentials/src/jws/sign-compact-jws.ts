import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { requireSignature } from '../crypto/require-signature.js';
import type { Sign } from '../crypto/sign.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import type { JwsHeader } from './compact-jws.js';

/**
 * Signs a JSON object as a compact JWS (RFC 7515 §3.1, §5.1).
 * @param sign must sign with the algorithm that `header.alg` names.
 * @throws EslabonError CREDENTIAL_SIGNATURE when the signer does not return as many bytes as its algorithm has.
 */
export async function signCompactJws(
  header: JwsHeader<JoseAlgorithm>,
  payload: object,
  sign: Sign,
): Promise<string> {
  const encoder = new TextEncoder();
  const part = (value: object): string => base64urlEncode(encoder.encode(JSON.stringify(value)));
  const signingInput = `${part(header)}.${part(payload)}`;
  const signature = requireSignature(header.alg, await sign(encoder.encode(signingInput)));
  return `${signingInput}.${base64urlEncode(signature)}`;
}
