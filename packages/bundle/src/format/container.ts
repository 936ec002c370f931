import type { Envelope } from './envelope.js';
import { readEnvelope, writeEnvelope } from './envelope.js';
import type { ContainerLimits } from './limits.js';

const bundle: Envelope = {
  name: 'bundle',
  magic: 'ESLB',
  version: 2,
  malformed: 'BUNDLE_MALFORMED',
  unknownVersion: 'BUNDLE_VERSION',
};

/** Compresses a payload into a bundle file. The same payload always gives the same file. */
export function writeContainer(payload: Uint8Array): Uint8Array {
  return writeEnvelope(bundle, payload);
}

/**
 * Takes the payload out of a bundle file. Never inflates more than the file declares, nor more than the limit.
 * @throws EslabonError BUNDLE_TOO_LARGE, BUNDLE_VERSION or BUNDLE_MALFORMED
 */
export function readContainer(file: Uint8Array, limits: ContainerLimits): Uint8Array {
  return readEnvelope(bundle, file, limits);
}
