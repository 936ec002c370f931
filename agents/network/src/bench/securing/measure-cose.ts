import type { Row } from '../main.js';
import type { Material } from './material.js';
import { measureToken } from './measure-token.js';

/** The certificate in a COSE_Sign1. */
export function measureCose(material: Material): Promise<Row[]> {
  return measureToken(material, { name: 'vc+cose', mediaType: 'application/vc+cose', algorithm: 'ES256' });
}
