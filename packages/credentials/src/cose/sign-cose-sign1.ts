import { EslabonError } from '@eslabon/core';
import { encode, Tagged } from 'cborg';
import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { requireSignature } from '../crypto/require-signature.js';
import type { Sign } from '../crypto/sign.js';
import type { CoseHeader } from './cose-sign1.js';
import { coseAlgorithms, cwtLabels, labels } from './cose-sign1.js';
import { coseSign1Tag } from './decode-cbor.js';
import { sigStructure } from './sig-structure.js';

/** What the header of a COSE_Sign1 is to say. */
export type CoseHeaderToSign = Omit<CoseHeader, 'alg'> & { alg: JoseAlgorithm };

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
  const protectedHeader = encode(headerMap(header));
  const signature = await sign(sigStructure(protectedHeader, payload));
  const parts = [protectedHeader, new Map(), payload, requireSignature(header.alg, signature)];
  return encode(new Tagged(coseSign1Tag, parts));
}

function headerMap({ alg, kid, typ, contentType, issuedAt }: CoseHeaderToSign): Map<number, unknown> {
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
  return header;
}
