import type { Row } from '../main.js';
import type { Material } from './material.js';
import { measureToken } from './measure-token.js';

/** `vc+jwt` by each algorithm that authorities sign by. */
export async function measureVcJwt(material: Material): Promise<Row[]> {
  const rows: Row[] = [];
  for (const algorithm of ['ES256', 'ES256K', 'EdDSA'] as const) {
    rows.push(
      ...(await measureToken(material, { name: 'vc+jwt', mediaType: 'application/vc+jwt', algorithm })),
    );
  }
  return rows;
}
