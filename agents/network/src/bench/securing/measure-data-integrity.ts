import type { CryptosuiteName, SuiteAlgorithm } from '@eslabon/data-integrity';
import { addProof } from '@eslabon/data-integrity';
import type { Row } from '../main.js';
import type { Material } from './material.js';
import { rateOperation } from './rate-operation.js';
import { suiteMeans } from './suite-means.js';

const suites: readonly (readonly [CryptosuiteName, SuiteAlgorithm])[] = [
  ['eddsa-rdfc-2022', 'EdDSA'],
  ['eddsa-jcs-2022', 'EdDSA'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
];

/** Data Integrity proofs over the whole certificate, by each cryptosuite and curve. */
export async function measureDataIntegrity(material: Material): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [suite, algorithm] of suites) {
    const { signing, verify, bareSign, bareVerify } = suiteMeans(material, algorithm);
    const issue = () => addProof(material.credential, { suite, ...signing });
    const secured = await issue();
    const name = `${suite} ${algorithm}`;
    rows.push(
      await rateOperation({ name: `${name}.issue`, work: issue, bare: bareSign }),
      await rateOperation({ name: `${name}.verify`, work: () => verify(secured), bare: bareVerify }),
    );
  }
  return rows;
}
