import type { Network } from '../../network/start-network.js';
import type { Row } from '../main.js';
import { takeMaterial } from './material.js';
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

/** Issuing and verifying the same certificate through each securing, against the bare signature. */
export async function measureSecuring(network: Network): Promise<Row[]> {
  const material = await takeMaterial(network);
  const rows: Row[] = [];
  for (const measure of measures) rows.push(...(await measure(material)));
  return rows;
}
