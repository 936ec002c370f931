import { createHash } from 'node:crypto';
import { contextBytes } from '../contexts/context-bytes.js';
import type { JsonObject } from '../json/json-object.js';
import { vcdm2 } from './documents.fixture.js';

/** The digest of the published bytes of credentials/v2. */
export function sha(hash: string): Buffer {
  return createHash(hash)
    .update(contextBytes(vcdm2) as Uint8Array)
    .digest();
}

export const sri384 = 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU';

/** A related resource with its digest, and other members. */
export const resource = (more: JsonObject): JsonObject => ({
  relatedResource: [{ id: vcdm2, digestSRI: sri384, ...more }],
});

/** An object of a type that nothing here knows. */
export const typed = { type: 'https://example.org/#Type' };
