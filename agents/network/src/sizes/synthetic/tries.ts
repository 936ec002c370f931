import { createHash } from 'node:crypto';
import {
  arrangementSlots,
  authoritySlots,
  changedSlot,
  emptyTrieRoot,
  keccak256,
  rlpEncode,
  rlpScalar,
  statusSlots,
  storageRoot,
} from '@eslabon/bundle';
import type { Address, Hash, Hex, RegistryFacts } from '@eslabon/core';
import type { TrieEntry } from '@eslabon/testkit';
import { buildTrie } from '@eslabon/testkit';
import { fromHex, toHex } from './hex.js';
import type { SyntheticDeployment } from './synthetic-facts.js';

/** Accounts of others on a public network, and identities of others in its ERC-1056. */
const foreignAccounts = 100_000;
const foreignIdentities = 2_000;

/** The state of a large public network with the registries among its accounts. */
export interface SyntheticState {
  stateRoot: Hash;
  /** RLP of the nodes that prove the contracts and every authority's `changed`: what a node answers to eth_getProof. */
  prove(): Uint8Array[];
}

export function buildState(facts: RegistryFacts, deployment: SyntheticDeployment): SyntheticState {
  const authorities = facts.authorities.records.map(({ did }) => did);
  const identities = buildTrie([
    ...facts.authorities.records.flatMap(({ did, keySetBlock }) => [
      slotEntry(changedSlot(did), keySetBlock),
      slotEntry(nonceSlot(did), 2),
    ]),
    ...Array.from({ length: foreignIdentities }, (_, i) =>
      slotEntry(changedSlot(foreign(i)), 1_000_000 + 4_321 * i),
    ),
  ]);
  const { contracts } = deployment;
  const roots = {
    didRegistry: fromHex(identities.root),
    authorityRegistry: storageRoot(authoritySlots(facts.authorities)),
    arrangementRegistry: storageRoot(arrangementSlots(facts.arrangements)),
    statusRegistry: storageRoot(statusSlots(facts.statuses)),
  };
  const names = Object.keys(roots) as (keyof typeof roots)[];
  const state = buildTrie([
    ...names.map((name) =>
      accountEntry(contracts[name].address, 1, roots[name], fromHex(contracts[name].codeHash)),
    ),
    ...Array.from({ length: foreignAccounts }, (_, i) =>
      accountEntry(foreign(foreignIdentities + i), i % 500, emptyTrieRoot, noCode),
    ),
  ]);
  return {
    stateRoot: state.root,
    prove() {
      const nodes = new Set<Hex>();
      for (const name of names)
        for (const node of state.prove(keyOf(contracts[name].address))) nodes.add(node);
      for (const did of authorities)
        for (const node of identities.prove(keyOf(changedSlot(did)))) nodes.add(node);
      return [...nodes].map(fromHex);
    },
  };
}

const noCode = keccak256(new Uint8Array(0));

function accountEntry(address: Address, nonce: number, root: Uint8Array, codeHash: Uint8Array): TrieEntry {
  const account = [rlpScalar(BigInt(nonce)), rlpScalar(0n), root, codeHash];
  return [keyOf(address), toHex(rlpEncode(account))];
}

function slotEntry(slot: Hash, value: number): TrieEntry {
  return [keyOf(slot), toHex(rlpEncode(rlpScalar(BigInt(value))))];
}

/** ERC-1056's `nonce[identity]`, slot 3: authorities have their keys published by others, with a signature. */
function nonceSlot(identity: Address): Hash {
  const preimage = new Uint8Array(64);
  preimage.set(fromHex(identity), 12);
  preimage[63] = 3;
  return toHex(keccak256(preimage));
}

function foreign(number: number): Address {
  return `0x${createHash('sha256').update(`stranger ${number}`).digest('hex').slice(0, 40)}`;
}

function keyOf(bytes: Hex): string {
  return toHex(keccak256(fromHex(bytes))).slice(2);
}
