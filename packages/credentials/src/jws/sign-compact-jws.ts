import { EslabonError } from '@eslabon/core';
import type { Sign } from '../crypto/sign.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import type { JwsHeader } from './compact-jws.js';

/**
 * Signs a JSON object as a compact JWS (RFC 7515 §3.1, §5.1).
 * @param sign must sign with the algorithm that `header.alg` names.
 * @throws EslabonError CREDENTIAL_SIGNATURE when the signer does not return 64 bytes.
 */
export async function signCompactJws(header: JwsHeader, payload: object, sign: Sign): Promise<string> {
  const encoder = new TextEncoder();
  const part = (value: object): string => base64urlEncode(encoder.encode(JSON.stringify(value)));
  const signingInput = `${part(header)}.${part(payload)}`;
  const signature = await sign(encoder.encode(signingInput));
  if (signature.length !== 64) {
    throw new EslabonError(
      'CREDENTIAL_SIGNATURE',
      `The signer returned ${signature.length} bytes; a JWS signature by ${header.alg} has 64.`,
      { hints: ['Return r‖s as JWS wants it, not DER and not with a recovery byte.'] },
    );
  }
  return `${signingInput}.${base64urlEncode(signature)}`;
}
