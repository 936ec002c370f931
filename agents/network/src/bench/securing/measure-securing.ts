import type { Row } from '../main.js';
import type { Material } from './material.js';
import { measureCose } from './measure-cose.js';
import { measureDataIntegrity } from './measure-data-integrity.js';
import { measureEcdsaSd } from './measure-ecdsa-sd.js';
import { measureSdJwt } from './measure-sd-jwt.js';
import { measureSdJwtVc } from './measure-sd-jwt-vc.js';
import { measureVcJwt } from './measure-vc-jwt.js';
import { measureVcJwt11 } from './measure-vc-jwt-11.js';

/** One after another, so that none is measured while another works. */
const measures = [
  measureVcJwt,
  measureVcJwt11,
  measureDataIntegrity,
  measureEcdsaSd,
  measureSdJwt,
  measureSdJwtVc,
  measureCose,
];

/**
 * Issuing and verifying the same certificate through each securing, against the bare signature. Not while a network is
 * running in the process: Web Crypto waits its turn behind whatever the agents do, and the rest does not.
 */
export async function measureSecuring(material: Material): Promise<Row[]> {
  const rows: Row[] = [];
  for (const measure of measures) rows.push(...(await measure(material)));
  return rows;
}
