import canonicalize from 'canonicalize';
import type { JsonObject } from '../json/json-object.js';
import type { HashName } from '../json-ld/canonize.js';
import { canonize } from '../json-ld/canonize.js';
import { toQuads } from '../json-ld/to-quads.js';
import { digest } from './digest.js';
import type { Suite } from './suite.js';

/**
 * The hash of a document, or of a proof configuration, in the canonical form of the suite: RDFC-1.0 or JCS (RFC 8785).
 * @throws EslabonError CREDENTIAL_REFUSED as of JSON-LD processing, CREDENTIAL_TOO_LARGE
 */
export async function transform(document: JsonObject, suite: Suite, hash: HashName): Promise<Uint8Array> {
  if (suite.transformation === 'jcs') return digest(hash, canonicalize(document) as string);
  const rdfDirection = suite.type === 'DataIntegrityProof' ? 'i18n-datatype' : null;
  return digest(hash, await canonize(await toQuads(document, { rdfDirection }), hash));
}
