import type { Deployment } from '@eslabon/bundle';
import type { RegistryFacts } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { archiveState } from '../archive/archive-state.js';
import type { ArchiveEntry } from '../archive/archived-state.js';
import type { ProofArchive } from '../archive/proof-archive.js';
import { proveFromArchive } from '../archive/prove-from-archive.js';
import type { ChainClient } from '../client/create-chain-client.js';
import { inSession } from '../client/in-session.js';
import type { EventIndex } from '../index/event-index.js';
import { checkState } from './check-state.js';
import type { CollectedHeader } from './collect-header.js';
import { collectHeader } from './collect-header.js';
import { collectProofs } from './collect-proofs.js';

export interface ProveStateOptions {
  client: ChainClient;
  deployment: Deployment;
  index: EventIndex;
  /** Asked first. An entry that does not hold is replaced when a node can prove the block. */
  archive?: ProofArchive | undefined;
  /** Hears of entries of the archive that do not hold. */
  onDoubt?: ((doubt: EslabonError) => void) | undefined;
}

/** The facts as of a block, with what proves them. */
export interface ProvenState {
  header: CollectedHeader;
  /** RLP of the trie nodes. */
  nodes: Uint8Array[];
  facts: RegistryFacts;
}

/**
 * Proves the facts of the index as of a block that it has followed: from the archive, or from one node from the
 * header to the last proof.
 * @throws EslabonError CHAIN_INDEX_DIVERGED when events were lost or altered; CHAIN_BLOCK_UNKNOWN when the block was not
 * followed, or no node keeps its state and the archive does not have it; CHAIN_MISMATCH when the chain has not these
 * contracts; CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function proveState(options: ProveStateOptions, blockNumber: number): Promise<ProvenState> {
  const { client, deployment, index, archive } = options;
  const authorities = index.factsAt(blockNumber).authorities.records.map(({ did }) => did);
  const entry = await archive?.get(blockNumber);
  const archived = entry && heldByArchive(entry, options);
  if (archived !== undefined) return archived;
  const state = await inSession(client, async (node) => {
    const header = await collectHeader(node, blockNumber, deployment.consensus);
    const proofs = await collectProofs(node, deployment, authorities, blockNumber);
    return checkState({ deployment, index, header, proofs });
  });
  if (archive !== undefined && entry !== undefined) await archiveState(archive, client.chainId, state);
  return state;
}

function heldByArchive(entry: ArchiveEntry, options: ProveStateOptions): ProvenState | undefined {
  try {
    return proveFromArchive(entry, options);
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    options.onDoubt?.(error);
    return undefined;
  }
}
