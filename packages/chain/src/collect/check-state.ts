import type { Deployment } from '@eslabon/bundle';
import { NodeSet } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { hexToBytes } from 'viem';
import type { EventIndex } from '../index/event-index.js';
import { checkAccounts } from './check-accounts.js';
import { checkChanged } from './check-changed.js';
import { checkStorageRoots } from './check-storage-roots.js';
import type { CollectedHeader } from './collect-header.js';
import type { CollectedProofs } from './collect-proofs.js';
import type { ProvenState } from './prove-state.js';

export interface StateToCheck {
  deployment: Deployment;
  index: EventIndex;
  header: CollectedHeader;
  proofs: CollectedProofs;
}

/**
 * Checks accounts, code, ERC-1056 changes and the whole storage of the registries as the reader of a bundle will.
 * @throws EslabonError CHAIN_RESPONSE_INVALID, CHAIN_MISMATCH, CHAIN_INDEX_DIVERGED
 */
export function checkState({ deployment, index, header, proofs }: StateToCheck): ProvenState {
  const blockNumber = header.number;
  const facts = index.factsAt(blockNumber);
  const authorities = facts.authorities.records.map(({ did }) => did);
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
  return { header, nodes, facts };
}
