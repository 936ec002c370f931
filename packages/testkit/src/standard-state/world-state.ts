import type { Address, Hash, Hex } from '@eslabon/core';
import { keccak256, numberToHex, toRlp } from 'viem';
import type { AccountDiff, StateDiff } from './state-diff.js';
import type { Trie, TrieEntry } from './trie.js';
import { buildTrie } from './trie.js';

const noCode = keccak256('0x');

interface Account {
  nonce: number;
  balance: bigint;
  codeHash: Hash;
  storage: Map<Hash, Slot>;
  /** Of its storage; out of date after a change. */
  trie?: Trie;
  /** In the trie of all accounts. Absent after a change. */
  entry?: TrieEntry;
}

interface Slot {
  value: bigint;
  entry: TrieEntry;
}

/** Answer to eth_getProof (EIP-1186). */
export interface ProofAnswer {
  address: Address;
  nonce: Hex;
  balance: Hex;
  codeHash: Hash;
  storageHash: Hash;
  accountProof: Hex[];
  storageProof: { key: Hex; value: Hex; proof: Hex[] }[];
}

/** All accounts of a chain, committed to as the Yellow Paper says (§4.1): nothing that is empty or zero is in a trie. */
export class WorldState {
  readonly #accounts = new Map<Address, Account>();
  #trie: Trie | undefined;
  #isCurrent = false;

  apply(diff: StateDiff): void {
    for (const [address, changes] of Object.entries(diff) as [Address, AccountDiff][]) {
      this.#isCurrent = false;
      const account = this.#accounts.get(address) ?? emptyAccount();
      this.#accounts.set(address, account);
      delete account.entry;
      account.nonce = changes.nonce ?? account.nonce;
      account.balance = changes.balance === undefined ? account.balance : BigInt(changes.balance);
      account.codeHash = changes.codeHash ?? account.codeHash;
      for (const [slot, value] of Object.entries(changes.storage ?? {}) as [Hash, Hex][]) {
        if (BigInt(value) === 0n) account.storage.delete(slot);
        else account.storage.set(slot, toSlot(slot, BigInt(value)));
      }
    }
  }

  root(): Hash {
    return this.#stateTrie().root;
  }

  prove(address: Address, slots: readonly Hex[]): ProofAnswer {
    const account = this.#accounts.get(address) ?? emptyAccount();
    const trie = storageTrie(account);
    return {
      address,
      nonce: numberToHex(account.nonce),
      balance: numberToHex(account.balance),
      codeHash: account.codeHash,
      storageHash: trie.root,
      accountProof: this.#stateTrie().prove(keyOf(address)),
      storageProof: slots.map((key) => {
        const slot = numberToHex(BigInt(key), { size: 32 });
        return {
          key,
          value: numberToHex(account.storage.get(slot)?.value ?? 0n),
          proof: trie.prove(keyOf(slot)),
        };
      }),
    };
  }

  #stateTrie(): Trie {
    if (this.#trie && this.#isCurrent) return this.#trie;
    const entries = [...this.#accounts]
      .filter(([, { nonce, balance, codeHash }]) => nonce > 0 || balance > 0n || codeHash !== noCode)
      .map(([address, account]) => {
        account.entry ??= [keyOf(address), encodeAccount(account)];
        return account.entry;
      });
    this.#trie = buildTrie(entries, this.#trie);
    this.#isCurrent = true;
    return this.#trie;
  }
}

function emptyAccount(): Account {
  return { nonce: 0, balance: 0n, codeHash: noCode, storage: new Map() };
}

function toSlot(slot: Hash, value: bigint): Slot {
  return { value, entry: [keyOf(slot), toRlp(rlpScalar(value))] };
}

function storageTrie(account: Account): Trie {
  const entries = Array.from(account.storage.values(), ({ entry }) => entry);
  account.trie = buildTrie(entries, account.trie);
  return account.trie;
}

function encodeAccount(account: Account): Hex {
  const { nonce, balance, codeHash } = account;
  return toRlp([rlpScalar(BigInt(nonce)), rlpScalar(balance), storageTrie(account).root, codeHash]);
}

function keyOf(bytes: Hex): string {
  return keccak256(bytes).slice(2);
}

/** A number as RLP has it: no leading zeros, and nothing for zero. */
export function rlpScalar(value: bigint): Hex {
  if (value === 0n) return '0x';
  const digits = value.toString(16);
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}
