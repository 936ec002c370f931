import type { JoseAlgorithm, SecureOptions } from '@eslabon/credentials';
import { openSecured, secureDocument } from '@eslabon/credentials';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import type { Row } from '../main.js';
import type { Material } from './material.js';
import { rateOperation } from './rate-operation.js';

export interface TokenTask extends Pick<SecureOptions, 'mediaType' | 'selective'> {
  name: string;
  algorithm: JoseAlgorithm;
}

/** Issuing the certificate as a token, and opening it. */
export async function measureToken(
  { credential, key, now }: Material,
  { name, algorithm, ...securing }: TokenTask,
): Promise<Row[]> {
  const { signer, publicKey, bareSign, bareVerify } = key(algorithm);
  const issue = () => secureDocument(credential, { ...securing, signer, issuedAt: now });
  const token = await issue();
  const open = () => openSecured(token, { keyFor: () => publicKey, now, verify: nativeVerifySignature });
  const label = `${name} ${algorithm}`;
  return [
    await rateOperation({ name: `${label}.issue`, work: issue, bare: bareSign }),
    await rateOperation({ name: `${label}.verify`, work: open, bare: bareVerify }),
  ];
}
