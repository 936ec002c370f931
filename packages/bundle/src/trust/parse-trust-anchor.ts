import type { Address } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { parseMultikey } from '@eslabon/credentials';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { compareText } from '../codec/compare-text.js';
import { country, text, uint } from '../codec/scalars.js';
import { list, optional, record } from '../codec/structures.js';
import { addressText, deploymentFields, hashText, requireDistinct } from './deployment-fields.js';
import type { Attestor, Checkpoint, SealTrust, TrustAnchor } from './trust-anchor.js';

const multibaseKey: Codec<string> = { write: requireMultikey, read: requireMultikey };

function requireMultikey(value: unknown, path: string): string {
  const key = text(64).read(value, path);
  parseMultikey(key);
  return key;
}

const addresses = list(addressText, 1);

/** Their order in JSON says nothing: here they stand as headers declare them. */
function readValidators(value: unknown, path: string): Address[] {
  const validators = addresses.read(value, path);
  requireDistinct(validators, path);
  return validators.sort(compareText);
}

const validatorSet: Codec<Address[]> = { write: readValidators, read: readValidators };

const trustAnchor = record<TrustAnchor>({
  ...deploymentFields,
  attestors: list(
    record<Attestor>({
      country,
      kid: text(512, /^did:[a-z0-9]+:[^\s#?]+#[^\s#]+$/),
      publicKeyMultibase: multibaseKey,
    }),
  ),
  seals: optional(
    record<SealTrust>({
      checkpoint: record<Checkpoint>({
        number: uint(),
        hash: hashText,
        timestamp: uint(),
        validators: validatorSet,
      }),
      trustingPeriod: uint(Number.MAX_SAFE_INTEGER, 1),
      minValidators: optional(uint(1024, 1)),
    }),
  ),
});

/**
 * Reads a trust anchor from JSON. Unknown members are refused; hexadecimal is lower-cased, validators are put in order.
 * @throws EslabonError TRUST_MALFORMED, also when two contracts share an address, two attestors a key id or two places of
 * the checkpoint a validator; when there is neither an attestor nor a checkpoint, or a checkpoint without `consensus`.
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
    if (anchor.attestors.length === 0 && anchor.seals === undefined)
      throw wrongShape('trust', 'with an attestor or with seals');
    if (anchor.seals !== undefined && anchor.consensus === undefined)
      throw wrongShape('trust.consensus', 'there, which seals need');
    return anchor;
  } catch (cause) {
    const reason = cause instanceof EslabonError ? cause.message : String(cause);
    throw new EslabonError('TRUST_MALFORMED', `This is not a trust anchor: ${reason}`, {
      cause,
      hints: ['Fetch the trust anchor again from the administration that runs the network.'],
    });
  }
}
