import type { Deployment } from '@eslabon/bundle';
import { changedSlot } from '@eslabon/bundle';
import type { Address, Hex } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import type { AccountProof } from '../client/get-proof.js';
import { getProof } from '../client/get-proof.js';

export type ContractName = keyof Deployment['contracts'];

/** Shortest node that is named by its hash; a shorter one stands inside its parent (Yellow Paper, appendix D). */
const hashedNodeBytes = 32;

export interface CollectedProofs {
  contracts: Record<ContractName, AccountProof>;
  /** Trie nodes of all proofs, each once, in ascending order. */
  nodes: Hex[];
}

/** Asks for proofs of the four accounts, and of the ERC-1056 `changed` slots of some identities. */
export async function collectProofs(
  client: ChainClient,
  deployment: Deployment,
  identities: readonly Address[],
  blockNumber: number,
): Promise<CollectedProofs> {
  const ask = (name: ContractName, slots: readonly Hex[] = []) =>
    getProof(client, deployment.contracts[name].address, slots, blockNumber);
  const [didRegistry, authorityRegistry, arrangementRegistry, statusRegistry] = await Promise.all([
    ask('didRegistry', identities.map(changedSlot)),
    ask('authorityRegistry'),
    ask('arrangementRegistry'),
    ask('statusRegistry'),
  ]);
  const contracts = { didRegistry, authorityRegistry, arrangementRegistry, statusRegistry };
  return { contracts, nodes: mergeNodes(Object.values(contracts)) };
}

function mergeNodes(proofs: readonly AccountProof[]): Hex[] {
  const nodes = proofs.flatMap(({ accountProof, storageProof }) => [
    ...accountProof,
    ...storageProof.flatMap(({ proof }) => proof),
  ]);
  return [...new Set(nodes)].filter((node) => node.length >= 2 + 2 * hashedNodeBytes).sort();
}
