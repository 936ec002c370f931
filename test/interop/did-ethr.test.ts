import { createChainClient, createEthrChain, getBlock } from '@eslabon/chain';
import {
  createEthrMethod,
  type DidDocument,
  type DidMethod,
  type EthrHistory,
  parseDid,
  type ResolvedVersion,
} from '@eslabon/did';
import { type Anvil, startAnvil } from '@eslabon/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DIDResolutionResult, Resolver } from 'did-resolver';
import {
  type RandomHistories,
  randomDidHistories,
} from '../../packages/chain/src/testing/did/random-did-histories.js';
import { seededRandom } from '../../packages/chain/src/testing/random.js';
import { createDidResolver } from '../../packages/veramo/src/did/create-did-resolver.js';
import { ethrNetwork } from '../../packages/veramo/src/did/ethr-network.js';

const chainId = 648_540;
const identities = 300;
const rounds = 6;
const seed = Number(process.env.DID_SEED ?? Date.now() % 1_000_000_000);
const random = seededRandom(seed);

let anvil: Anvil;
let histories: RandomHistories;
/** ethr-did-resolver 11, without a cache. */
let stock: Resolver;
let ours: DidMethod;
const read = new Map<string, EthrHistory>();
const blocks: { number: number; timestamp: number }[] = [];
/** What stock answers at the newest block. */
const newest: DIDResolutionResult[] = [];
/** What stock answered about an instant when it was. */
const witnesses: { did: string; instant: number; answer: DIDResolutionResult }[] = [];

beforeAll(async () => {
  anvil = await startAnvil({ chainId });
  // The chain itself, without what gives it standard state roots: no proof is asked for here.
  const rpcUrl = anvil.nodeUrl;
  const client = createChainClient({ rpcUrl, chainId });
  histories = await randomDidHistories(client, identities, random);
  const { didRegistry, dids } = histories;
  const any = dids[1]?.did as Parameters<typeof ethrNetwork>[0];
  stock = createDidResolver(ethrNetwork(any, { rpcUrl, chainId, didRegistry }));
  const chain = createEthrChain({ client, registry: { address: didRegistry } });
  ours = createEthrMethod({
    network: { chainId },
    clock: () => new Date(),
    chain: {
      timestampOf: (block) => chain.timestampOf(block),
      // The chain stands still by the time that ours is asked.
      async history(identity) {
        const history = read.get(identity) ?? (await chain.history(identity, 'newest'));
        read.set(identity, history);
        return history;
      },
    },
  });
  let { timestamp: instant } = await getBlock(client, 'latest');
  for (let round = 0; round < rounds; round++) {
    const block = await histories.round(instant);
    blocks.push(block);
    instant = block.timestamp + random.below(30 * 86_400);
    const chosen = dids.filter(() => random.below(100) < 5);
    const answers = await atInstant(instant, () => Promise.all(chosen.map(({ did }) => stock.resolve(did))));
    for (const [at, answer] of answers.entries()) {
      witnesses.push({ did: chosen[at]?.did as string, instant, answer });
    }
  }
}, 120_000);

afterEach(() => {
  jest.useRealTimers();
});

afterAll(() => anvil.stop());

const head = () => blocks.at(-1)?.timestamp as number;

function inGroups<T>(items: readonly T[]): T[][] {
  const size = 32;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** Does something while the clock, and nothing else of time, stands at an instant in Unix seconds. */
async function atInstant<T>(instant: number, work: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({
    now: instant * 1000,
    doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate']
      .concat(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'])
      .concat(['requestAnimationFrame', 'cancelAnimationFrame'])
      .concat(['requestIdleCallback', 'cancelIdleCallback']) as never,
  });
  try {
    return await work();
  } finally {
    jest.useRealTimers();
  }
}

function resolveOurs(did: string, version: Parameters<DidMethod['resolve']>[1]): Promise<ResolvedVersion> {
  return ours.resolve(parseDid(did), version);
}

/**
 * The one difference within reach of these histories: stock leaves the reference to a revoked encryption key in
 * `keyAgreement` after its method is gone, and where the key comes back, in its old place.
 */
function withoutDangling(answer: DIDResolutionResult): unknown {
  const { didDocument } = answer;
  const { keyAgreement, ...rest } = didDocument as Record<string, unknown> & {
    verificationMethod: { id: string }[];
  };
  const kept = rest.verificationMethod
    .map(({ id }) => id)
    .filter((id) => (keyAgreement as string[] | undefined)?.includes(id));
  return kept.length === 0 ? rest : { ...rest, keyAgreement: kept };
}

function expectSame(mine: ResolvedVersion, theirs: DIDResolutionResult): void {
  expect(theirs.didResolutionMetadata.error).toBeUndefined();
  expect(mine.didDocument).toEqual(withoutDangling(theirs));
  const { equivalentId: _, ...metadata } = mine.didDocumentMetadata;
  expect(metadata).toEqual(theirs.didDocumentMetadata);
}

describe(`${identities} random histories (DID_SEED=${seed})`, () => {
  it('give the documents of ethr-did-resolver at the newest block', async () => {
    const instant = head() + 60 * 86_400;
    await atInstant(instant, async () => {
      for (const dids of inGroups(histories.dids)) {
        const theirs = await Promise.all(dids.map(({ did }) => stock.resolve(did)));
        for (const [at, { did }] of dids.entries()) {
          newest.push(theirs[at] as DIDResolutionResult);
          expectSame(await resolveOurs(did, { kind: 'latest' }), theirs[at] as DIDResolutionResult);
        }
      }
    });
  }, 120_000);

  it('give the documents of ethr-did-resolver at past blocks', async () => {
    for (const dids of inGroups(histories.dids)) {
      const chosen = dids.map(({ did }) => ({ did, number: random.pick(blocks).number }));
      const theirs = await Promise.all(
        chosen.map(({ did, number }) => stock.resolve(`${did}?versionId=${number}`)),
      );
      for (const [at, { did, number }] of chosen.entries()) {
        const mine = await resolveOurs(did, { kind: 'id', versionId: `${number}` });
        expectSame(mine, theirs[at] as DIDResolutionResult);
      }
    }
  }, 120_000);

  it('give the documents of ethr-did-resolver with a clock that is behind the chain, or just at it', async () => {
    for (const instant of [head() - 20 * 86_400, head()]) {
      await atInstant(instant, async () => {
        const dids = histories.dids.filter(() => random.below(10) === 0);
        const theirs = await Promise.all(dids.map(({ did }) => stock.resolve(did)));
        for (const [at, { did }] of dids.entries()) {
          expectSame(await resolveOurs(did, { kind: 'latest' }), theirs[at] as DIDResolutionResult);
        }
      });
    }
  }, 120_000);

  it('give for a past instant what ethr-did-resolver answered when it was', async () => {
    expect(witnesses.length).toBeGreaterThan(50);
    const last = witnesses.at(-1)?.instant as number;
    await atInstant(last, async () => {
      for (const { did, instant, answer } of witnesses) {
        const mine = await resolveOurs(did, { kind: 'time', instant });
        // That something would change again was not known then.
        const { nextVersionId, nextUpdate, ...metadata } = mine.didDocumentMetadata;
        expectSame({ ...mine, didDocumentMetadata: metadata }, answer);
        expect(nextVersionId === undefined).toBe(nextUpdate === undefined);
      }
    });
  });

  it('have what makes histories hard', () => {
    const all = [...read.values()].map(({ events }) => events);
    const count = (fits: (events: EthrHistory['events']) => boolean) => all.filter(fits).length;
    const together = count((events) =>
      events.some(({ previousChange, blockNumber }) => previousChange === blockNumber),
    );
    const revoked = count((events) =>
      events.some((event) => event.kind === 'attribute' && event.validTo === 0n),
    );
    const owned = count((events) => events.some(({ kind }) => kind === 'owner'));
    const delegated = count((events) => events.some(({ kind }) => kind === 'delegate'));
    const expired = count((events) =>
      events.some(
        (event) => event.kind !== 'owner' && event.validTo > event.timestamp && event.validTo < 4e9,
      ),
    );
    const deactivated = count((events) =>
      events.some((event) => event.kind === 'owner' && /^0x0+$/.test(event.owner)),
    );
    expect(all.length).toBe(identities);
    for (const many of [together, revoked, owned, delegated, expired]) expect(many).toBeGreaterThan(60);
    expect(deactivated).toBeGreaterThan(5);
    expect(all.flat().length).toBeGreaterThan(1_500);
  });
});

describe('where ours differs from ethr-did-resolver', () => {
  it('a revoked encryption key leaves no reference to a method that is gone', async () => {
    const dangling = newest.filter(({ didDocument }) => hasDangling(didDocument as DidDocument));
    expect(dangling.length).toBeGreaterThan(0);
    for (const { didDocument } of dangling) {
      const mine = await resolveOurs((didDocument as DidDocument).id, { kind: 'latest' });
      expect(hasDangling(mine.didDocument)).toBe(false);
    }
  });
});

function hasDangling({ verificationMethod = [], keyAgreement = [] }: DidDocument): boolean {
  const ids = verificationMethod.map(({ id }) => id);
  return keyAgreement.some((reference) => !ids.includes(reference as string));
}
