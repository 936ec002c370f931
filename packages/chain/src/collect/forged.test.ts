import type { BundleContent, LoadedBundle } from '@eslabon/bundle';
import { attestBlock, decodeHeader, encodeBundle, encodeKeySet } from '@eslabon/bundle';
import type { Arrangement, StatusListFact } from '@eslabon/core';
import { formatEthrDid, statusMask } from '@eslabon/core';
import type { HeaderFault, TestAccount } from '@eslabon/testkit';
import { headerFaults, ownValidators, sealedBy, testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToHex, hexToBytes, keccak256 } from 'viem';
import type { Wish } from '../testing/forge/forge-state.js';
import { forgeState } from '../testing/forge/forge-state.js';
import type { Genuine } from '../testing/forge/start-genuine.js';
import {
  fieldsOf,
  loneWord,
  peruvian,
  publicKeyOf,
  seal,
  startGenuine,
  strangers,
  validators,
} from '../testing/forge/start-genuine.js';
import { mexico, scene } from '../testing/play-scene.js';
import { collectSealedHeader } from './collect-sealed-header.js';

/*
 * Somebody who controls the node and the file, and has everything that is public, but none of the validators' keys.
 * Whatever it would like to say, it rebuilds the whole file to say it, and tries every header that it can make.
 */

const own = strangers.validators[0]?.validators as TestAccount[];
let net: Genuine['net'];
let genuine: BundleContent;
let open: Genuine['open'];

beforeAll(async () => {
  ({ net, content: genuine, open } = await startGenuine());
});

afterAll(async () => {
  await net.anvil.stop();
});

const listOf = ({ facts }: Pick<BundleContent, 'facts'>): StatusListFact =>
  facts.statuses.lists.find(
    ({ authority, list }) => authority === peruvian && list === scene.list,
  ) as StatusListFact;
const arrangementOf = ({ facts }: Pick<BundleContent, 'facts'>) =>
  facts.arrangements.arrangements[0] as Arrangement;
const isWithdrawn = (bundle: Pick<BundleContent, 'facts'>) =>
  arrangementOf(bundle).accessions.find(({ country }) => country === mexico)?.periods[0]?.until !== 0;

const forgedKeys = encodeKeySet([
  { fragment: 'controller', key: publicKeyOf('forger'), validFrom: 1, validUntil: 0, compromisedAt: 0 },
]);

interface Forgery {
  wish: Wish;
  /** What only a reader that was taken in would see. */
  isBelieved(bundle: LoadedBundle): boolean;
}

const forgeries: Record<string, () => Forgery> = {
  'a revoked certificate as valid': () => ({
    wish: { rewrite: (content) => void listOf(content).revoked.delete(0) },
    isBelieved: (bundle) => !bundle.status(peruvian, scene.list, scene.revoked).revoked,
  }),
  'a valid certificate as suspended': () => ({
    wish: { rewrite: (content) => void listOf(content).suspended.set(0, statusMask(9)) },
    isBelieved: (bundle) => bundle.status(peruvian, scene.list, 9).suspended,
  }),
  'a word of the list withheld': () => ({
    wish: {
      rewrite(content) {
        listOf(content).revoked.delete(loneWord);
        listOf(content).suspended.delete(loneWord);
      },
    },
    isBelieved: (bundle) => !listOf(bundle).revoked.has(loneWord),
  }),
  'the whole list withheld': () => ({
    wish: { rewrite: ({ facts }) => void facts.statuses.lists.splice(0) },
    isBelieved: (bundle) => bundle.facts.statuses.lists.length === 0,
  }),
  'another key history': () => ({
    wish: {
      rewrite(content) {
        for (const keySet of content.keySets) if (keySet.authority === peruvian) keySet.bytes = forgedKeys;
        for (const record of content.facts.authorities.records) {
          if (record.did === peruvian) record.keySetHash = keccak256(forgedKeys);
        }
      },
    },
    isBelieved: ({ issuers }) =>
      bytesToHex(issuers.get(peruvian)?.keys[0]?.key.bytes ?? new Uint8Array()) ===
      bytesToHex(publicKeyOf('forger').bytes),
  }),
  'a change of keys hidden': () => {
    const record = genuine.facts.authorities.records.find(({ did }) => did === peruvian);
    return {
      wish: { changed: { identity: peruvian, block: record?.keySetBlock as number } },
      isBelieved: ({ issuers }) => issuers.get(peruvian)?.keysCurrent === true,
    };
  },
  'a withdrawal from the arrangement dropped': () => ({
    wish: {
      rewrite(content) {
        for (const { periods } of arrangementOf(content).accessions) {
          for (const period of periods) period.until = 0;
        }
      },
    },
    isBelieved: (bundle) => !isWithdrawn(bundle),
  }),
};

it('the genuine bundle says what the forgers want otherwise', () => {
  const bundle = open(genuine);
  for (const make of Object.values(forgeries)) expect(make().isBelieved(bundle)).toBe(false);
});

describe.each(Object.entries(forgeries))('%s', (_what, make) => {
  const forge = () => forgeState(genuine, net.deployment, make().wish);

  it('would be believed if the validators sealed it: nothing else is wrong with the file', async () => {
    expect(make().isBelieved(open(await seal(forge(), validators)))).toBe(true);
  });

  it('is refused on the genuine header, with the genuine proofs', () => {
    const { facts, keySets } = forge();
    const isInFacts = make().wish.rewrite !== undefined;
    const written = { ...genuine, facts, keySets };
    if (isInFacts) {
      expect(() => open(written)).toThrow(expect.objectContaining({ code: 'BUNDLE_STORAGE_ROOT' }));
    } else {
      // ERC-1056 is proven by nodes: those of the forged state lead to no genuine root.
      expect(encodeBundle(written)).toEqual(encodeBundle(genuine));
    }
  });

  it('is refused on the genuine header, with proofs made to fit', () => {
    const forged = { ...forge(), header: genuine.header };
    expect(() => open(forged)).toThrow(expect.objectContaining({ code: 'BUNDLE_ACCOUNT_PROOF' }));
  });

  it('is refused in the genuine header with another state root: its seals are of nobody then', () => {
    expect(() => open(forge())).toThrow(
      expect.objectContaining({
        code: 'BUNDLE_SEALS',
        details: expect.objectContaining({ reason: 'foreignSeal' }),
      }),
    );
  });

  it.each<[string, HeaderFault, string, string | undefined]>([
    ['own seals under the validators’ names', sealedBy(own), 'BUNDLE_SEALS', 'foreignSeal'],
    ['no seals', headerFaults.noSeals, 'BUNDLE_SEALS', 'quorum'],
    ['own validators', ownValidators(own), 'BUNDLE_CHECKPOINT', undefined],
  ])('is refused in a header with %s', async (_how, fault, code, reason) => {
    const forged = await seal(forge(), validators, fault);
    const details = reason === undefined ? {} : { reason };
    await expect((async () => open(forged))()).rejects.toMatchObject({ code, details });
  });

  it('is refused after a hop that brings own validators in', async () => {
    const before = await collectSealedHeader(
      net.client,
      Number(fieldsOf(genuine).number) - 1,
      validators.consensus,
    );
    const hop = await seal({ ...genuine, header: before.rlp }, validators, ownValidators(own));
    const forged = await seal(forge(), strangers);
    const { trust: _, ...rest } = forged;
    expect(() => open({ ...rest, trust: { mode: 'sealed', hops: [hop.header] } })).toThrow(
      expect.objectContaining({
        code: 'BUNDLE_CHECKPOINT',
        details: expect.objectContaining({ block: before.number }),
      }),
    );
  });

  it('is refused when the forger attests it', async () => {
    const forged = forge();
    const did = formatEthrDid({ chainId: net.client.chainId, address: peruvian });
    const { number, timestamp } = decodeHeader(forged.header);
    const statement = await attestBlock({
      ...{ did, kid: `${did}#controller`, algorithm: 'ES256K', chainId: net.client.chainId },
      ...{ number, timestamp, hash: keccak256(forged.header) },
      sign: (data) => secp256k1.sign(data, hexToBytes(testKey('forger'))),
    });
    expect(() => open({ ...forged, trust: { mode: 'attested', statement } })).toThrow(
      expect.objectContaining({ code: 'BUNDLE_TRUST_MODE' }),
    );
  });
});
