import type { Deployment } from '@eslabon/bundle';
import { decodeHeader, NodeSet } from '@eslabon/bundle';
import type { Hash, Hex } from '@eslabon/core';
import { errorCodeOf } from '@eslabon/core';
import { bytesToHex } from 'viem';
import type { AccountProof } from '../client/get-proof.js';
import { readAccount } from '../collect/check-accounts.js';
import { checkState } from '../collect/check-state.js';
import type { CollectedProofs, ContractName } from '../collect/collect-proofs.js';
import type { ProvenState } from '../collect/prove-state.js';
import type { EventIndex } from '../index/event-index.js';
import type { ArchivedState, ArchiveEntry } from './archived-state.js';
import { archiveDamaged, decodeArchivedState } from './decode-archived-state.js';

/**
 * The state of a past block, proven with what the archive has of it and checked like the answers of a node.
 * @throws EslabonError ARCHIVE_DAMAGED when the entry is not whole; CHAIN_INDEX_DIVERGED when it proves another state
 * than the events add up to; CHAIN_MISMATCH when it is of other contracts
 */
export function proveFromArchive(
  entry: ArchiveEntry,
  { deployment, index }: { deployment: Deployment; index: EventIndex },
): ProvenState {
  const state = decodeArchivedState(entry, deployment.consensus);
  if (state.chainId !== deployment.chainId) throw archiveDamaged(entry, `it is of chain ${state.chainId}`);
  const header = { ...decodeHeader(state.header), hash: entry.hash, rlp: state.header };
  try {
    return checkState({ deployment, index, header, proofs: proofsOf(state, header.stateRoot, deployment) });
  } catch (error) {
    const code = errorCodeOf(error);
    throw code === 'CHAIN_INDEX_DIVERGED' || code === 'CHAIN_MISMATCH' ? error : archiveDamaged(entry, error);
  }
}

/** What a node would claim of the accounts, read out of the trie itself. */
function proofsOf({ nodes }: ArchivedState, stateRoot: Hash, { contracts }: Deployment): CollectedProofs {
  const set = new NodeSet(nodes);
  const claim = (name: ContractName): AccountProof => {
    const { address } = contracts[name];
    const account = readAccount(set, stateRoot, address);
    const none: Hex = '0x';
    const { codeHash = none, storageHash = none } = account ?? {};
    return { address, codeHash, storageHash, accountProof: [], storageProof: [] };
  };
  return {
    contracts: {
      didRegistry: claim('didRegistry'),
      authorityRegistry: claim('authorityRegistry'),
      arrangementRegistry: claim('arrangementRegistry'),
      statusRegistry: claim('statusRegistry'),
    },
    nodes: nodes.map((node) => bytesToHex(node)),
  };
}
