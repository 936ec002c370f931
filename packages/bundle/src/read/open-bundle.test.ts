import { describe, expect, it } from '@jest/globals';
import type { BundleContent } from '../format/bundle-content.js';
import { encodeBundle } from '../format/encode-bundle.js';
import { encodeKeySet } from '../key-set/encode-key-set.js';
import type { SyntheticBundleOptions } from '../testing/synthetic-bundle.js';
import { mexicoKid, peruKid, syntheticContent, trust } from '../testing/synthetic-bundle.js';
import { absentAccount } from '../testing/synthetic-chain.js';
import {
  addressOf,
  changedBlocks,
  chile,
  country,
  formerChile,
  hashOf,
  mexico,
  mexicoKeys,
  peru,
  peruKeys,
  syntheticFacts,
} from '../testing/synthetic-facts.js';
import { strangerSign } from '../testing/synthetic-keys.js';
import type { TrustAnchor } from '../trust/trust-anchor.js';
import { openBundle } from './open-bundle.js';

const asPeru = { attestor: country('PE') };

/** Opens what is left of a good bundle after `alter`, and tells the error's code. */
async function codeAfter(
  alter: (content: BundleContent) => void,
  { trusted = trust, options = {} as SyntheticBundleOptions, as = asPeru } = {},
): Promise<string> {
  const content = await syntheticContent(options);
  alter(content);
  try {
    openBundle(encodeBundle(content), trusted, as);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
}

const withPins = (change: Partial<TrustAnchor['contracts']>): TrustAnchor => ({
  ...trust,
  contracts: { ...trust.contracts, ...change },
});
const untouched = () => {};

describe('openBundle', () => {
  it('gives all that the bundle proves', async () => {
    const content = await syntheticContent();
    const bundle = openBundle(encodeBundle(content), trust, asPeru);
    expect(bundle).toMatchObject({
      chainId: 648540,
      block: { number: 1234, timestamp: 1_700_010_000 },
      trust: { mode: 'attested', attestor: peruKid, country: 'PE' },
      facts: syntheticFacts(),
    });
    expect(bundle.deployment).toEqual({ chainId: trust.chainId, contracts: trust.contracts });
    expect([...bundle.issuers.keys()]).toEqual([peru, mexico, formerChile, chile]);
    expect(bundle.issuers.get(peru)).toMatchObject({ keys: peruKeys, keysCurrent: true, changedBlock: 700 });
    expect(bundle.issuers.get(mexico)).toMatchObject({
      keys: mexicoKeys,
      keysCurrent: true,
      changedBlock: 12,
    });
  });

  it('answers status questions, also of lists and indexes never written to', async () => {
    const { status } = openBundle(encodeBundle(await syntheticContent()), trust, asPeru);
    expect(status(peru, 0, 0)).toEqual({ revoked: false, suspended: true });
    expect(status(peru, 0, 1)).toEqual({ revoked: true, suspended: false });
    expect(status(peru, 0, 1023)).toEqual({ revoked: false, suspended: true });
    expect(status(mexico, 0, 1_048_574)).toEqual({ revoked: false, suspended: true });
    expect(status(peru, 0, 2)).toEqual({ revoked: false, suspended: false });
    expect(status(peru, 1, 0)).toEqual({ revoked: false, suspended: false });
    expect(status(chile, 0, 0)).toEqual({ revoked: false, suspended: false });
    for (const index of [-1, 0.5, 1_048_576, 2 ** 32, Number.NaN]) {
      expect(() => status(peru, 0, index)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
    }
  });

  it('tells that keys are not current when ERC-1056 changed after the attestation, or none was made', async () => {
    const content = await syntheticContent({ changed: new Map([...changedBlocks, [peru, 701]]) });
    const { issuers } = openBundle(encodeBundle(content), trust, asPeru);
    expect(issuers.get(peru)).toMatchObject({ keys: peruKeys, keysCurrent: false, changedBlock: 701 });
    expect(issuers.get(mexico)).toMatchObject({ keysCurrent: true });
    expect(issuers.get(chile)).toMatchObject({ keys: [], keysCurrent: false, changedBlock: 0 });
  });

  it('proves that nobody changed keys when ERC-1056 was never used', async () => {
    const content = await syntheticContent({ changed: new Map() });
    content.nodes.push(Uint8Array.of(0x80));
    const { issuers } = openBundle(encodeBundle(content), trust, asPeru);
    expect([...issuers.values()].map((issuer) => issuer.changedBlock)).toEqual([0, 0, 0, 0]);
    expect(issuers.get(peru)).toMatchObject({ keys: peruKeys, keysCurrent: false });
  });

  it('does not let one authority with a senseless key set spoil the bundle for the others', async () => {
    const facts = syntheticFacts();
    const garbage = new TextEncoder().encode('no key set');
    const record = facts.authorities.records[1];
    if (record) record.keySetHash = hashOf('no key set');
    const content = await syntheticContent({ facts });
    content.keySets = content.keySets.map((set) =>
      set.authority === mexico ? { ...set, bytes: garbage } : set,
    );
    const { issuers } = openBundle(encodeBundle(content), trust, asPeru);
    expect(issuers.get(mexico)).toMatchObject({ keys: [], keysCurrent: false });
    expect(issuers.get(peru)).toMatchObject({ keys: peruKeys, keysCurrent: true });
  });

  it('accepts the altered bundles below when they are not altered', async () => {
    expect(await codeAfter(untouched)).toBe('accepted');
  });
});

describe('openBundle refuses a bundle of somewhere else', () => {
  it('of another chain', async () => {
    expect(await codeAfter(untouched, { trusted: { ...trust, chainId: 648541 } })).toBe('BUNDLE_CHAIN');
    expect(
      await codeAfter((content) => {
        content.chainId = 1;
      }),
    ).toBe('BUNDLE_CHAIN');
  });

  it('in whose block a pinned contract does not exist', async () => {
    const trusted = withPins({
      statusRegistry: { ...trust.contracts.statusRegistry, address: absentAccount },
    });
    expect(await codeAfter(untouched, { trusted, options: { proveAbsent: true } })).toBe('BUNDLE_CONTRACT');
  });

  it('whose contract has other code', async () => {
    const { arrangementRegistry, statusRegistry } = trust.contracts;
    const other = withPins({ statusRegistry: { ...statusRegistry, codeHash: hashOf('other code') } });
    expect(await codeAfter(untouched, { trusted: other })).toBe('BUNDLE_CODE_HASH');
    const swapped = withPins({ arrangementRegistry: statusRegistry, statusRegistry: arrangementRegistry });
    expect(await codeAfter(untouched, { trusted: swapped })).toBe('BUNDLE_STORAGE_ROOT');
    const misplaced = withPins({
      statusRegistry: { ...statusRegistry, address: arrangementRegistry.address },
    });
    expect(await codeAfter(untouched, { trusted: misplaced })).toBe('BUNDLE_CODE_HASH');
  });
});

describe('openBundle refuses a block that its own authority did not attest', () => {
  it('by an attestor of another country, or of none', async () => {
    expect(await codeAfter(untouched, { as: { attestor: country('MX') } })).toBe('BUNDLE_ATTESTOR_UNKNOWN');
    const attestation = { kid: `${mexicoKid}-2` };
    expect(await codeAfter(untouched, { options: { attestation } })).toBe('BUNDLE_ATTESTOR_UNKNOWN');
  });

  it.each<[string, SyntheticBundleOptions['attestation']]>([
    ['signed by another key', { sign: strangerSign }],
    ['that says another algorithm', { algorithm: 'ES256K' }],
    ['of another DID', { did: `${peruKid}-other` }],
    ['of another chain', { chainId: 1 }],
    ['of another number', { number: 1235 }],
    ['of another hash', { hash: hashOf('other') }],
    ['of another time', { timestamp: 1_700_010_001 }],
  ])('by a statement %s', async (_what, attestation) => {
    expect(await codeAfter(untouched, { options: { attestation: attestation ?? {} } })).toBe(
      'BUNDLE_ATTESTATION',
    );
  });

  it('by a statement that is none, or of another block', async () => {
    const other = await syntheticContent({ changed: new Map() });
    expect(
      await codeAfter((content) => {
        content.trust = { mode: 'attested', statement: 'a.b' };
      }),
    ).toBe('BUNDLE_ATTESTATION');
    expect(
      await codeAfter((content) => {
        content.trust = other.trust;
      }),
    ).toBe('BUNDLE_ATTESTATION');
    expect(
      await codeAfter((content) => {
        content.header = other.header;
      }),
    ).toBe('BUNDLE_ATTESTATION');
  });

  it('when the header is none', async () => {
    expect(
      await codeAfter((content) => {
        content.header = content.header.slice(0, 80);
      }),
    ).toBe('BUNDLE_HEADER');
  });
});

describe('openBundle refuses facts that are not the whole truth', () => {
  it.each<[string, (facts: BundleContent['facts']) => void]>([
    [
      'a withheld status word',
      ({ statuses }) => statuses.lists.find((l) => l.suspended.size === 2)?.suspended.delete(3),
    ],
    [
      'a lifted revocation',
      ({ statuses }) => {
        for (const l of statuses.lists) l.revoked.clear();
      },
    ],
    [
      'a withheld list',
      ({ statuses }) => {
        statuses.lists.pop();
      },
    ],
    [
      'an added bit',
      ({ statuses }) => {
        statuses.lists[0]?.revoked.set(9, 1n);
      },
    ],
    [
      'a fresher list',
      ({ statuses }) => {
        for (const l of statuses.lists) l.updatedAt++;
      },
    ],
    [
      'a dropped withdrawal',
      ({ arrangements }) => {
        const p = arrangements.arrangements[0]?.accessions[0]?.periods[0];
        if (p) p.until = 0;
      },
    ],
    [
      'a dropped suspension',
      ({ arrangements }) => {
        if (arrangements.arrangements[0]) arrangements.arrangements[0].suspensions = [];
      },
    ],
    [
      'a dropped accession',
      ({ arrangements }) => {
        arrangements.arrangements[0]?.accessions.pop();
      },
    ],
    [
      'a longer freshness',
      ({ arrangements }) => {
        const v = arrangements.arrangements[0]?.versions[0];
        if (v) v.exp++;
      },
    ],
    [
      'a new party',
      ({ arrangements }) => {
        arrangements.arrangements[0]?.versions[0]?.parties.push(country('ZZ'));
      },
    ],
    [
      'a dropped arrangement',
      ({ arrangements }) => {
        arrangements.arrangements = [];
      },
    ],
    [
      'a dropped removal',
      ({ authorities }) => {
        for (const r of authorities.records) r.removedAt = 0;
      },
    ],
    [
      'another country',
      ({ authorities }) => {
        if (authorities.records[0]) authorities.records[0].country = country('BR');
      },
    ],
    [
      'records in another order',
      ({ authorities }) => {
        authorities.records.reverse();
      },
    ],
    [
      'a dropped proposal',
      ({ authorities }) => {
        authorities.proposals.pop();
      },
    ],
    [
      'another nonce',
      ({ authorities }) => {
        if (authorities.nonces[0]) authorities.nonces[0].nonce++;
      },
    ],
    [
      'a successor',
      ({ authorities }) => {
        authorities.successor = addressOf('elsewhere');
      },
    ],
  ])('%s', async (_what, alter) => {
    expect(await codeAfter(({ facts }) => alter(facts))).toBe('BUNDLE_STORAGE_ROOT');
  });
});

describe('openBundle refuses proofs that are incomplete or carry more than needed', () => {
  it('without any one of its nodes', async () => {
    const { nodes } = await syntheticContent();
    const seen = new Set<string>();
    for (const left of new Set(nodes.map((node) => Buffer.from(node).toString('hex')))) {
      const code = await codeAfter((content) => {
        content.nodes = content.nodes.filter((node) => Buffer.from(node).toString('hex') !== left);
      });
      seen.add(code);
    }
    expect([...seen].sort()).toEqual(['BUNDLE_ACCOUNT_PROOF', 'BUNDLE_STORAGE_PROOF']);
  });

  it('with a node that proves nothing', async () => {
    expect(await codeAfter((content) => content.nodes.push(Uint8Array.of(0xc0)))).toBe('BUNDLE_MALFORMED');
    expect(await codeAfter(untouched, { options: { proveAbsent: true } })).toBe('BUNDLE_MALFORMED');
  });
});

describe('openBundle refuses key sets that were not attested', () => {
  const replace = (authority: string, bytes?: Uint8Array) => (content: BundleContent) => {
    content.keySets = content.keySets.filter((set) => set.authority !== authority);
    if (bytes) content.keySets.push({ authority: authority as typeof peru, bytes });
  };
  it.each<[string, (content: BundleContent) => void]>([
    ['a replaced one', replace(peru, encodeKeySet(mexicoKeys))],
    ['one without its rotated key', replace(peru, encodeKeySet(peruKeys.slice(1)))],
    ['a withheld one', replace(peru)],
    ['one of an authority that attested none', replace(chile, encodeKeySet(mexicoKeys))],
    ['an empty one of an authority that attested none', replace(chile, new Uint8Array(0))],
    ['one of a stranger', replace(addressOf('stranger'), encodeKeySet(mexicoKeys))],
  ])('%s', async (_what, alter) => {
    expect(await codeAfter(alter)).toBe('BUNDLE_KEY_SET');
  });
});
