import { addProof, deriveProof } from '@eslabon/data-integrity';
import type { Row } from '../main.js';
import type { Material } from './material.js';
import { rateOperation } from './rate-operation.js';
import { suiteMeans } from './suite-means.js';

const mandatoryPointers = ['/issuer', '/credentialStatus', '/credentialSubject/certificate'];
const selectivePointers = ['/credentialSubject/legalName'];

/**
 * Selective disclosure by Data Integrity: the base proof signs every statement that is not mandatory, the derived one
 * shows some of them and no signature is made for it.
 */
export async function measureEcdsaSd(material: Material): Promise<Row[]> {
  const { signing, verify, bareSign, bareVerify } = suiteMeans(material, 'ES256');
  const suite = 'ecdsa-sd-2023';
  const issue = () => addProof(material.credential, { suite, mandatoryPointers, ...signing });
  const base = await issue();
  const derive = () => deriveProof(base, { selectivePointers });
  const derived = await derive();
  const name = `${suite} ES256`;
  return [
    await rateOperation({ name: `${name}.issue`, work: issue, bare: bareSign }),
    await rateOperation({ name: `${name}.derive`, work: derive, bare: bareSign }),
    await rateOperation({ name: `${name}.verify`, work: () => verify(derived), bare: bareVerify }),
  ];
}
