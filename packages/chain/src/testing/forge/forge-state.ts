import type { BundleContent, Deployment, RlpItem } from '@eslabon/bundle';
import {
  arrangementSlots,
  authoritySlots,
  changedSlot,
  decodeHeader,
  encodeHeader,
  keccak256,
  NodeSet,
  rlpDecode,
  rlpEncode,
  rlpScalar,
  statusSlots,
  storageRoot,
} from '@eslabon/bundle';
import type { Address, Hash } from '@eslabon/core';
import { bytesToHex, hexToBytes } from 'viem';
import type { TrieNodes } from './replace-leaf.js';
import { replaceLeaf } from './replace-leaf.js';

type ContractName = keyof Deployment['contracts'];

/** What a forger would rather have on the chain. */
export interface Wish {
  /** Changes facts and key sets as it likes. */
  rewrite?(content: BundleContent): void;
  /** ERC-1056 `changed` of an identity that has changed. */
  changed?: { identity: Address; block: number };
}

/**
 * Makes of a bundle's content what a chain with other facts would have: storage roots, accounts, trie nodes and the
 * header's state root all follow from the forged facts. Nothing in it contradicts anything else; only the header is none
 * that anybody sealed.
 */
export function forgeState(genuine: BundleContent, deployment: Deployment, wish: Wish): BundleContent {
  const content = structuredClone(genuine);
  wish.rewrite?.(content);
  const nodes: TrieNodes = new Map(content.nodes.map((rlp) => [bytesToHex(keccak256(rlp)), rlp]));
  const { fields } = decodeHeader(content.header);
  let stateRoot = fields.stateRoot as Hash;

  function setStorageRoot(name: ContractName, change: (root: Hash) => Hash): void {
    const key = keccak256(hexToBytes(deployment.contracts[name].address));
    const account = rlpDecode(new NodeSet(nodes.values()).lookup(hexToBytes(stateRoot), key) as Uint8Array);
    const [nonce, balance, root, codeHash] = account as [RlpItem, RlpItem, Uint8Array, RlpItem];
    const storage = hexToBytes(change(bytesToHex(root)));
    stateRoot = replaceLeaf(nodes, stateRoot, key, rlpEncode([nonce, balance, storage, codeHash]));
  }

  const { authorities, arrangements, statuses } = content.facts;
  setStorageRoot('authorityRegistry', () => bytesToHex(storageRoot(authoritySlots(authorities))));
  setStorageRoot('arrangementRegistry', () => bytesToHex(storageRoot(arrangementSlots(arrangements))));
  setStorageRoot('statusRegistry', () => bytesToHex(storageRoot(statusSlots(statuses))));
  const { changed } = wish;
  if (changed !== undefined) {
    const key = keccak256(hexToBytes(changedSlot(changed.identity)));
    const value = rlpEncode(rlpScalar(BigInt(changed.block)));
    setStorageRoot('didRegistry', (root) => replaceLeaf(nodes, root, key, value));
  }
  return { ...content, nodes: [...nodes.values()], header: encodeHeader({ ...fields, stateRoot }) };
}
