import type { Address, StatusListFact } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { compareBytes } from '../bytes/compare-bytes.js';
import { encodeCbor, readCbor } from '../codec/cbor.js';
import { wrongShape } from '../codec/codec.js';
import { compareText, firstDifference } from '../codec/compare-text.js';
import type { HashedNode } from '../trie/hashed-node.js';
import { hashNode } from '../trie/hashed-node.js';
import type { BundleContent } from './bundle-content.js';
import { fromIssuers } from './from-issuers.js';
import type { StoredIssuer } from './issuer-codec.js';
import { knownLeaves } from './known-leaves.js';
import { packNodes } from './pack-nodes.js';
import type { StoredList } from './status-codec.js';
import type { StoredContent } from './stored-content.js';
import { storedContentCodec } from './stored-content.js';
import { toIssuers } from './to-issuers.js';
import { unpackNodes } from './unpack-nodes.js';

/** The content of a bundle as it was read, with the hashes that were needed on the way. */
export type DecodedContent = Omit<BundleContent, 'nodes'> & { nodes: HashedNode[] };

/**
 * The content as deterministic CBOR: sets are sorted; repeated and empty nodes, words and nonces that are zero, and what
 * follows from something else are left out.
 * @throws EslabonError BUNDLE_MALFORMED or BUNDLE_KEY_SET when the content has no such form
 */
export function encodePayload(content: BundleContent): Uint8Array {
  const { chainId, header, trust, facts, register } = content;
  const places = new Map(facts.authorities.records.map(({ did }, place) => [did, place]));
  return write({
    ...{ chainId, header, trust, register },
    successor: facts.authorities.successor,
    issuers: toIssuers(content),
    proposals: facts.authorities.proposals,
    arrangements: facts.arrangements.arrangements,
    statuses: facts.statuses.lists.map((list) => toStoredList(list, places)),
    nodes: packNodes(content.nodes.map(hashNode), knownLeaves(facts.authorities.records)),
  });
}

function write(stored: StoredContent): Uint8Array {
  return encodeCbor(storedContentCodec.write(stored, 'bundle'));
}

function toStoredList(
  { authority, ...list }: StatusListFact,
  places: ReadonlyMap<Address, number>,
): StoredList {
  const issuer = places.get(authority);
  if (issuer !== undefined) return { issuer, ...list };
  throw wrongShape('bundle.facts.statuses.lists', `of authorities with a record: ${authority} has none`);
}

/**
 * Reads what {@link encodePayload} writes, and only that: content has one form.
 * @throws EslabonError BUNDLE_MALFORMED; BUNDLE_KEY_SET when a key set is missing
 */
export function decodePayload(payload: Uint8Array): DecodedContent {
  const stored = storedContentCodec.read(tryReadCbor(payload), 'bundle');
  const { chainId, header, trust, successor, issuers, proposals, arrangements, statuses, register } = stored;
  const { records, keySets, ...nonces } = fromIssuers(issuers);
  const leaves = knownLeaves(records);
  const nodes = unpackNodes(stored.nodes, leaves, 'bundle.nodes');
  if (compareBytes(write({ ...stored, nodes: packNodes(nodes, leaves) }), payload) !== 0) {
    throw malformed('is not written in its one form');
  }
  return {
    ...{ chainId, header, trust, nodes, keySets, register },
    facts: {
      authorities: { successor, records, proposals, nonces: nonces.authorityNonces },
      arrangements: { arrangements, nonces: nonces.arrangementNonces },
      statuses: { lists: fromStoredLists(statuses, issuers), nonces: nonces.statusNonces },
    },
  };
}

/** By authority and list. */
function fromStoredLists(lists: readonly StoredList[], issuers: readonly StoredIssuer[]): StatusListFact[] {
  return lists
    .map(({ issuer, ...list }) => {
      const authority = issuers[issuer]?.did;
      if (authority !== undefined) return { authority, ...list };
      throw wrongShape('bundle.statuses', `of the ${issuers.length} authorities`);
    })
    .sort((a, b) => firstDifference(compareText(a.authority, b.authority), a.list - b.list));
}

function tryReadCbor(payload: Uint8Array): unknown {
  try {
    return readCbor(payload);
  } catch (cause) {
    throw malformed('is not CBOR', cause);
  }
}

function malformed(reason: string, cause?: unknown): EslabonError {
  return new EslabonError('BUNDLE_MALFORMED', `The bundle ${reason}.`, { cause });
}
