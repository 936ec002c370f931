import { EslabonError } from '@eslabon/core';
import { bytesToHex } from '@noble/hashes/utils.js';
import { compareBytes } from '../bytes/compare-bytes.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import type { RlpItem } from '../rlp/rlp-item.js';
import { emptyTrieRoot } from './empty-root.js';
import type { HashedNode } from './hashed-node.js';
import { hashNode } from './hashed-node.js';
import { decodeHexPrefix } from './hex-prefix.js';
import { nibbleAt } from './nibbles.js';

interface Entry {
  rlp: Uint8Array;
  /** Decoded at the first use; a node that stays undecoded proved nothing. */
  node?: RlpItem;
}

/**
 * One de-duplicated set of trie nodes that proves entries, present or absent, of any number of Merkle-Patricia tries:
 * the account trie and storage tries together (EIP-1186 proofs merged).
 */
export class NodeSet {
  readonly #entries = new Map<string, Entry>();

  /** @param nodes RLP of trie nodes, hashed already or not; their order does not matter. */
  constructor(nodes: Iterable<Uint8Array | HashedNode>) {
    for (const node of nodes) {
      const { hash, rlp } = node instanceof Uint8Array ? hashNode(node) : node;
      this.#entries.set(hash, { rlp });
    }
  }

  /**
   * The value of a key in the trie with this root, or `undefined` when the nodes prove that it has none.
   * @param hashedKey the path: keccak-256 of address or slot.
   * @throws EslabonError PROOF_NODE_MISSING when the set ends before the question is decided; PROOF_MALFORMED or
   * RLP_MALFORMED when a node is not one.
   */
  lookup(root: Uint8Array, hashedKey: Uint8Array): Uint8Array | undefined {
    if (compareBytes(root, emptyTrieRoot) === 0) return undefined;
    let node = this.#resolve(root);
    for (let position = 0; ; ) {
      const step = descend(node, hashedKey, position);
      if (step.child === undefined) return step.value;
      if (!(step.child instanceof Uint8Array)) node = step.child;
      else if (step.child.length === 32) node = this.#resolve(step.child);
      else throw malformed(`a child is named by ${step.child.length} bytes`);
      position = step.position;
    }
  }

  /** How many nodes no lookup has needed so far. */
  unused(): number {
    let count = 0;
    for (const entry of this.#entries.values()) if (entry.node === undefined) count++;
    return count;
  }

  #resolve(hash: Uint8Array): RlpItem {
    const name = bytesToHex(hash);
    const entry = this.#entries.get(name);
    if (entry === undefined) {
      throw new EslabonError('PROOF_NODE_MISSING', `The proof lacks the trie node 0x${name}.`);
    }
    entry.node ??= rlpDecode(entry.rlp);
    return entry.node;
  }
}

/** Either the next child with the position in the key there, or the end with the value found. */
interface Step {
  child?: RlpItem;
  position: number;
  value?: Uint8Array;
}

function descend(node: RlpItem, key: Uint8Array, position: number): Step {
  if (node instanceof Uint8Array) throw malformed('it is not a list');
  if (node.length === 17) return descendBranch(node, key, position);
  if (node.length !== 2) throw malformed(`it has ${node.length} items`);
  const [path, target] = node as readonly [RlpItem, RlpItem];
  if (!(path instanceof Uint8Array)) throw malformed('its path is a list');
  const { isLeaf, bytes, start, count } = decodeHexPrefix(path);
  const left = key.length * 2 - position;
  if (isLeaf && !(target instanceof Uint8Array && target.length > 0)) throw malformed('a leaf has no value');
  if (count > left || (isLeaf && count !== left)) return { position };
  for (let i = 0; i < count; i++) {
    if (nibbleAt(bytes, start + i) !== nibbleAt(key, position + i)) return { position };
  }
  return isLeaf ? { position, value: target as Uint8Array } : { position: position + count, child: target };
}

function descendBranch(node: readonly RlpItem[], key: Uint8Array, position: number): Step {
  if (position === key.length * 2) {
    const value = node[16] as RlpItem;
    if (!(value instanceof Uint8Array)) throw malformed("a branch's value is a list");
    return value.length === 0 ? { position } : { position, value };
  }
  const child = node[nibbleAt(key, position)] as RlpItem;
  const isEmpty = child instanceof Uint8Array && child.length === 0;
  return isEmpty ? { position } : { position: position + 1, child };
}

function malformed(reason: string): EslabonError {
  return new EslabonError('PROOF_MALFORMED', `A node of the proof is not a trie node: ${reason}.`);
}
