import { createEthrChain, type DidEventIndex } from '@eslabon/chain';
import {
  createDidResolver,
  createDocumentCache,
  createEthrMethod,
  createJwkMethod,
  createKeyMethod,
  createWebMethod,
  type DidDocument,
  type DidResolver,
  didWebOf,
  ownDidWebDocument,
} from '@eslabon/did';
import { createDocumentFetcher } from '@eslabon/did/fetch';
import type { AgentParts } from '../agent-parts.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';

/** The DIDs of an agent: those that it resolves, and its own did:web. */
export interface DidService {
  resolver: DidResolver;
  /** Absent unless the agent is reached at the root of a host over https. */
  ownDocument: DidDocument | undefined;
}

type Parts = Pick<AgentParts, 'config' | 'keys' | 'client' | 'follower' | 'clock'>;

/** Longest wait for the chain, in milliseconds. */
const patience = 10_000;

/** Documents of other hosts that are remembered, and for how long: a key that they take back counts until then. */
const foreignDocuments = { entries: 500, lifetimeMs: 300_000 };

export function createDidService(
  { config, keys, client, follower, clock }: Parts,
  index: DidEventIndex,
): DidService {
  const { chainId, contracts } = config.deployment;
  const registry = { address: contracts.didRegistry.address };
  const sync = () => follower.sync(patience);
  const chain = createEthrChain({ client, registry, indexed: { index, sync } });
  const ownDocument = ownDocumentOf({ config, keys });
  const { didWeb } = config;
  const foreign = didWeb && {
    fetchDocument: createDocumentFetcher(didWeb),
    cache: createDocumentCache<DidDocument>({ ...foreignDocuments, clock }),
  };
  const web = createWebMethod({
    own: ownDocument === undefined ? [] : [ownDocument],
    ...(foreign === undefined ? {} : { foreign }),
  });
  const ethr = createEthrMethod({ network: { chainId }, chain, clock });
  return { resolver: createDidResolver([ethr, createKeyMethod(), createJwkMethod(), web]), ownDocument };
}

function ownDocumentOf({ config, keys }: Pick<Parts, 'config' | 'keys'>): DidDocument | undefined {
  const did = config.publicUrl === undefined ? undefined : didWebOf(config.publicUrl);
  if (did === undefined) return undefined;
  const own = keys.list().map(({ fragment }) => ({ fragment, key: publicKeyOf(keys.key(fragment)) }));
  return ownDidWebDocument(did, [keys.did], own);
}
