import { randomBytes } from 'node:crypto';
import type { Row } from '../main.js';
import type { Material } from './material.js';
import { measureToken } from './measure-token.js';

/** The certificate as SD-JWT, of which the holder may withhold who it is about. */
export function measureSdJwt(material: Material): Promise<Row[]> {
  return measureToken(material, {
    name: 'vc+sd-jwt',
    mediaType: 'application/vc+sd-jwt',
    algorithm: 'ES256',
    selective: {
      disclosable: ['legalName', 'tin'].map((name) => ['credentialSubject', name]),
      random: randomBytes,
    },
  });
}
