import { type Deployment, parseDeployment, parseTrustAnchor } from '@eslabon/bundle';
import type { Io } from '../io/io.js';
import { readJson } from './read-json.js';

/**
 * Reads the file that pins the registries: what `registry deploy` wrote, or a trust anchor, which has the same members
 * beside the attestors.
 * @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE, DEPLOYMENT_MALFORMED, TRUST_MALFORMED
 */
export async function readDeployment(io: Io, file: string): Promise<Deployment> {
  const json = await readJson(io, file, { what: 'deployment', code: 'DEPLOYMENT_MALFORMED' });
  if (typeof json === 'object' && json !== null && 'attestors' in json) return parseTrustAnchor(json);
  return parseDeployment(json);
}
