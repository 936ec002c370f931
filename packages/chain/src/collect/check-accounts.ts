import type { Deployment } from '@eslabon/bundle';
import { keccak256, type NodeSet, rlpDecode } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { bytesToHex, hexToBytes } from 'viem';
import type { CollectedProofs, ContractName } from './collect-proofs.js';
import { requireSound } from './require-sound.js';

/**
 * Checks the accounts against the state root and their code against the deployment.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when a proof does not hold; CHAIN_MISMATCH when the chain has no such
 * contract, or other code at its address
 */
export function checkAccounts(
  nodes: NodeSet,
  stateRoot: Hash,
  deployment: Deployment,
  proofs: CollectedProofs,
): void {
  for (const name of Object.keys(proofs.contracts) as ContractName[]) {
    const { address, codeHash, storageHash } = proofs.contracts[name];
    const account = requireSound(`proof of the ${name}`, () => readAccount(nodes, stateRoot, address));
    if (account?.codeHash !== deployment.contracts[name].codeHash) {
      throw new EslabonError(
        'CHAIN_MISMATCH',
        `At ${address} the chain has ${account ? `code ${account.codeHash}` : 'no contract'}, not the ${name}.`,
        {
          hints: ['The chain was started anew, or the deployment is of another chain.'],
          details: { contract: name, isAbsent: account === undefined },
        },
      );
    }
    if (account.codeHash !== codeHash || account.storageHash !== storageHash) {
      throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node contradicts its own proof of the ${name}.`);
    }
  }
}

/** An account in the state trie: [nonce, balance, storageRoot, codeHash] (Yellow Paper §4.1). */
export function readAccount(nodes: NodeSet, stateRoot: Hash, address: Hash) {
  const rlp = nodes.lookup(hexToBytes(stateRoot), keccak256(hexToBytes(address)));
  if (rlp === undefined) return undefined;
  const [, , storageHash, codeHash] = rlpDecode(rlp) as Uint8Array[];
  return { storageHash: bytesToHex(storageHash as Uint8Array), codeHash: bytesToHex(codeHash as Uint8Array) };
}
