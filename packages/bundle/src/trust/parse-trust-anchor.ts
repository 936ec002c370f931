import { EslabonError, lowerHex } from '@eslabon/core';
import { parseMultikey } from '@eslabon/credentials';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { country, text, uint } from '../codec/scalars.js';
import { list, optional, record } from '../codec/structures.js';
import type { Attestor, ContractPin, Deployment, TrustAnchor } from './trust-anchor.js';

const hexText = (digits: number): Codec<`0x${string}`> => {
  const any = text(digits + 2, new RegExp(`^0x[0-9a-fA-F]{${digits}}$`));
  const check = (value: unknown, path: string) => lowerHex(any.read(value, path));
  return { write: check, read: check };
};

const multibaseKey: Codec<string> = { write: requireMultikey, read: requireMultikey };

function requireMultikey(value: unknown, path: string): string {
  const key = text(64).read(value, path);
  parseMultikey(key);
  return key;
}

const contractPin = record<ContractPin>({ address: hexText(40), codeHash: hexText(64) });

const trustAnchor = record<TrustAnchor>({
  chainId: uint(Number.MAX_SAFE_INTEGER, 1),
  contracts: record<Deployment['contracts']>({
    didRegistry: contractPin,
    authorityRegistry: contractPin,
    arrangementRegistry: contractPin,
    statusRegistry: contractPin,
  }),
  deployBlock: optional(uint()),
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

function requireDistinct(values: readonly string[], path: string): void {
  if (new Set(values).size !== values.length) throw wrongShape(path, 'free of repetitions');
}
