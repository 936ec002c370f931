import { EslabonError } from '@eslabon/core';
import { parseMultikey } from '@eslabon/credentials';
import type { Codec } from '../codec/codec.js';
import { country, text } from '../codec/scalars.js';
import { list, record } from '../codec/structures.js';
import { deploymentFields, requireDistinct } from './deployment-fields.js';
import type { Attestor, TrustAnchor } from './trust-anchor.js';

const multibaseKey: Codec<string> = { write: requireMultikey, read: requireMultikey };

function requireMultikey(value: unknown, path: string): string {
  const key = text(64).read(value, path);
  parseMultikey(key);
  return key;
}

const trustAnchor = record<TrustAnchor>({
  ...deploymentFields,
  attestors: list(
    record<Attestor>({
      country,
      kid: text(512, /^did:[a-z0-9]+:[^\s#?]+#[^\s#]+$/),
      publicKeyMultibase: multibaseKey,
    }),
    1,
  ),
});

/**
 * Reads a trust anchor from JSON. Unknown members are refused; hexadecimal is lower-cased.
 * @throws EslabonError TRUST_MALFORMED, also when two contracts share an address, or two attestors a key id.
 */
export function parseTrustAnchor(json: unknown): TrustAnchor {
  try {
    const anchor = trustAnchor.read(json, 'trust');
    requireDistinct(
      Object.values(anchor.contracts).map((pin) => pin.address),
      'trust.contracts',
    );
    requireDistinct(
      anchor.attestors.map((attestor) => attestor.kid),
      'trust.attestors',
    );
    return anchor;
  } catch (cause) {
    const reason = cause instanceof EslabonError ? cause.message : String(cause);
    throw new EslabonError('TRUST_MALFORMED', `This is not a trust anchor: ${reason}`, {
      cause,
      hints: ['Fetch the trust anchor again from the administration that runs the network.'],
    });
  }
}
