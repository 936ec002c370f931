import { requireSignature } from '../crypto/require-signature.js';
import type { Sign } from '../crypto/sign.js';
import { encodeCoseSign1 } from './encode-cose-sign1.js';
import { type CoseHeaderToSign, protectedHeader } from './protected-header.js';
import { sigStructure } from './sig-structure.js';

/**
 * Signs bytes as a tagged COSE_Sign1 (RFC 9052 §4.4), with everything in the protected header.
 * @param sign must sign with the algorithm that `header.alg` names.
 * @throws EslabonError CREDENTIAL_ALGORITHM_UNSUPPORTED for ES256K, CREDENTIAL_SIGNATURE
 */
export async function signCoseSign1(
  header: CoseHeaderToSign,
  payload: Uint8Array,
  sign: Sign,
): Promise<Uint8Array> {
  const encodedHeader = protectedHeader(header);
  const signature = await sign(sigStructure(encodedHeader, payload));
  return encodeCoseSign1(encodedHeader, payload, requireSignature(header.alg, signature));
}
