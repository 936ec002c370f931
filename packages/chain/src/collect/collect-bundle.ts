import type { BundleContent, Deployment } from '@eslabon/bundle';
import { NodeSet } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { hexToBytes } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import type { EventIndex } from '../index/event-index.js';
import { checkAccounts } from './check-accounts.js';
import { checkChanged } from './check-changed.js';
import { checkStorageRoots } from './check-storage-roots.js';
import { collectHeader } from './collect-header.js';
import { collectProofs } from './collect-proofs.js';

export interface BlockToAttest {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
}

export interface CollectBundleOptions {
  client: ChainClient;
  deployment: Deployment;
  index: EventIndex;
  /** The newest when absent. */
  blockNumber?: number;
  /** Signs that the chain has this block: `attestBlock` of @eslabon/bundle. Called after everything was checked. */
  attest(block: BlockToAttest): Promise<string>;
}

/**
 * Collects what an offline bundle needs as of one block. Nothing is taken on the node's word: header, accounts, code,
 * ERC-1056 changes and the whole storage of the registries are checked as the reader of the bundle will.
 * @throws EslabonError CHAIN_INDEX_DIVERGED when events were lost or altered: reset the index and try again;
 * CHAIN_BLOCK_UNKNOWN when the node no longer keeps the state of that block; CHAIN_MISMATCH when it has not these
 * contracts; CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function collectBundle(options: CollectBundleOptions): Promise<BundleContent> {
  const { client, deployment, index, attest } = options;
  const { head } = await index.sync();
  const blockNumber = options.blockNumber ?? head;
  const facts = index.factsAt(blockNumber);
  const authorities = facts.authorities.records.map(({ did }) => did);

  const header = await collectHeader(client, blockNumber);
  const proofs = await collectProofs(client, deployment, authorities, blockNumber);
  const nodes = proofs.nodes.map((node) => hexToBytes(node));
  const nodeSet = new NodeSet(nodes);
  checkAccounts(nodeSet, header.stateRoot, deployment, proofs);
  checkStorageRoots(facts, proofs);
  checkChanged(nodeSet, proofs.contracts.didRegistry.storageHash, authorities, { index, blockNumber });
  if (nodeSet.unused() > 0) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node gave ${nodeSet.unused()} trie nodes that prove nothing.`,
    );
  }

  const { number, hash, timestamp } = header;
  return {
    chainId: client.chainId,
    header: header.rlp,
    trust: { mode: 'attested', statement: await attest({ number, hash, timestamp }) },
    nodes,
    facts,
    keySets: [...index.keySetsAt(blockNumber)]
      .map(([authority, bytes]) => ({ authority, bytes }))
      .sort((a, b) => (a.authority < b.authority ? -1 : 1)),
  };
}
