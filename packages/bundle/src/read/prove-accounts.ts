import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { fromHex, toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import type { NodeSet } from '../trie/node-set.js';
import type { ContractPin, Deployment } from '../trust/trust-anchor.js';

export type ContractName = keyof Deployment['contracts'];

/** The contracts in the order in which they are proven. */
const contractNames = ['didRegistry', 'authorityRegistry', 'arrangementRegistry', 'statusRegistry'] as const;

/**
 * Proves the four contracts' accounts against the state root and compares their code with the pins.
 * @returns the storage root of each.
 * @throws EslabonError BUNDLE_ACCOUNT_PROOF when a proof is incomplete, BUNDLE_CONTRACT when the block has no such account,
 * BUNDLE_CODE_HASH when it has other code.
 */
export function proveAccounts(
  nodes: NodeSet,
  stateRoot: Hash,
  contracts: Deployment['contracts'],
): Record<ContractName, Uint8Array> {
  const root = fromHex(stateRoot);
  const proven = contractNames.map((name) => [name, proveAccount(nodes, root, name, contracts[name])]);
  return Object.fromEntries(proven) as Record<ContractName, Uint8Array>;
}

function proveAccount(nodes: NodeSet, root: Uint8Array, name: ContractName, pin: ContractPin): Uint8Array {
  const { storageRoot, codeHash } = readAccount(lookup(nodes, root, name, pin), name, pin);
  if (toHex(codeHash) !== pin.codeHash) {
    throw new EslabonError(
      'BUNDLE_CODE_HASH',
      `The ${name} at ${pin.address} has code ${toHex(codeHash)}, pinned is ${pin.codeHash}.`,
      { hints: ['The trust anchor is of another deployment, or the contract was exchanged.'] },
    );
  }
  return storageRoot;
}

function lookup(nodes: NodeSet, root: Uint8Array, name: ContractName, pin: ContractPin): Uint8Array {
  let value: Uint8Array | undefined;
  try {
    value = nodes.lookup(root, keccak256(fromHex(pin.address)));
  } catch (cause) {
    throw new EslabonError(
      'BUNDLE_ACCOUNT_PROOF',
      `The bundle does not prove the ${name} at ${pin.address}.`,
      {
        cause,
        hints: ['The bundle may be of another deployment than the trust anchor.'],
      },
    );
  }
  if (value === undefined) {
    throw new EslabonError('BUNDLE_CONTRACT', `The bundle's block has no ${name} at ${pin.address}.`, {
      hints: ['Ask for a bundle of the deployment that the trust anchor names.'],
    });
  }
  return value;
}

/** An account in the state trie: [nonce, balance, storageRoot, codeHash] (Yellow Paper §4.1). */
function readAccount(rlp: Uint8Array, name: ContractName, pin: ContractPin) {
  const account = rlpDecode(rlp);
  const [storageRoot, codeHash] = account instanceof Uint8Array ? [] : account.slice(2);
  if (
    account.length !== 4 ||
    !(storageRoot instanceof Uint8Array && storageRoot.length === 32) ||
    !(codeHash instanceof Uint8Array && codeHash.length === 32)
  ) {
    throw new EslabonError(
      'BUNDLE_ACCOUNT_PROOF',
      `What is proven at ${pin.address} (${name}) is no account.`,
    );
  }
  return { storageRoot, codeHash };
}
