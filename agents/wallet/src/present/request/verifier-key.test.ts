import type { Issuer, KeySetKey, LoadedBundle } from '@eslabon/bundle';
import { publicKeyFromJwk } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { createTestKey } from '../../../../customs/src/testing/test-wallet.js';
import { verifierKey } from './verifier-key.js';

const now = 1_800_000_000;
const address = `0x${'a'.repeat(40)}` as const;
const did = `did:ethr:0x9e55c:${address}`;
const key = publicKeyFromJwk(createTestKey().publicJwk);
const named: KeySetKey = {
  ...{ fragment: 'delegate-1', key, validFrom: now - 1000, validUntil: 0, compromisedAt: 0 },
} as KeySetKey;

interface Facts {
  keys?: Partial<KeySetKey>[];
  removedAt?: number;
  keysCurrent?: boolean;
  chainId?: number;
  fragment?: string;
  /** Seconds. */
  age?: number;
}

function ask(facts: Facts) {
  const {
    keys = [{}],
    removedAt = 0,
    keysCurrent = true,
    chainId = 648_540,
    fragment = 'delegate-1',
    age = 7 * 86_400,
  } = facts;
  const record = { did: address, country: 'MX', admittedAt: 1, removedAt };
  const issuer = {
    record,
    keys: keys.map((change) => ({ ...named, ...change })),
    keysCurrent,
  } as unknown as Issuer;
  const block = { timestamp: now - age };
  const bundle = { chainId, block, issuers: new Map([[address, issuer]]) } as unknown as LoadedBundle;
  const header = { typ: 'oauth-authz-req+jwt', alg: 'ES256', kid: `${did}#${fragment}` } as const;
  return verifierKey({ clientId: `decentralized_identifier:${did}`, header, bundle, now });
}

describe('the key of an authority', () => {
  it('is the one that the network has under the name, while it is valid', () => {
    expect(ask({})).toEqual({ key, country: 'MX' });
    expect(ask({ keys: [{ validUntil: now + 1 }] })).toEqual({ key, country: 'MX' });
    // A name that was given again: the key that is valid now is meant.
    expect(ask({ keys: [{ validUntil: now - 10 }, {}] })).toEqual({ key, country: 'MX' });
  });

  it.each<[string, Facts]>([
    ['of an authority that was removed', { removedAt: now - 1 }],
    ['while changes of its keys are not attested', { keysCurrent: false }],
    ['that is compromised', { keys: [{ compromisedAt: now - 1 }] }],
    ['that was rotated out', { keys: [{ validUntil: now }] }],
    ['that is not valid yet', { keys: [{ validFrom: now + 301 }] }],
    ['under another name', { fragment: 'delegate-2' }],
    ['on another chain', { chainId: 1 }],
    ['by data that are older than a week', { age: 7 * 86_400 + 1 }],
  ])('is not one %s', (_, facts) => {
    expect(() => ask(facts)).toThrow(expect.objectContaining({ code: 'REQUEST_KEY_UNKNOWN' }));
  });
});
