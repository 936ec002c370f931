import { EslabonError } from '@eslabon/core';
import { encode } from 'cborg';
import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { CoseHeader } from './cose-sign1.js';
import { coseAlgorithms, cwtLabels, labels } from './cose-sign1.js';

/** What the header of a COSE_Sign1 is to say. */
export type CoseHeaderToSign = Omit<CoseHeader, 'alg'> & { alg: JoseAlgorithm };

/**
 * The bytes of a protected header (RFC 9052 §3), in the one encoding that it has.
 * @throws EslabonError CREDENTIAL_ALGORITHM_UNSUPPORTED for ES256K
 */
export function protectedHeader({ alg, kid, typ, contentType, issuedAt }: CoseHeaderToSign): Uint8Array {
  if (alg === 'ES256K') {
    throw new EslabonError(
      'CREDENTIAL_ALGORITHM_UNSUPPORTED',
      'ES256K is not used with COSE: sign with another key, or as a JWT.',
    );
  }
  const header = new Map<number, unknown>([[labels.alg, coseAlgorithms[alg]]]);
  if (contentType !== undefined) header.set(labels.contentType, contentType);
  if (kid !== undefined) header.set(labels.kid, new TextEncoder().encode(kid));
  if (issuedAt !== undefined) header.set(labels.cwtClaims, new Map([[cwtLabels.iat, issuedAt]]));
  if (typ !== undefined) header.set(labels.typ, typ);
  return encode(header);
}
