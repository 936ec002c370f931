import type { RpcBlock } from '@eslabon/bundle';
import type { Address, Hash, Hex } from '@eslabon/core';
import { numberToHex } from 'viem';
import type { HeaderForm } from './header-form.js';
import type { BlockJournal, JournalEntry } from './journal.js';
import type { Node } from './node.js';
import { readDiff } from './read-diff.js';
import { readGenesis } from './read-genesis.js';
import { replaceStrings } from './replace-strings.js';
import type { ProofAnswer } from './world-state.js';
import { WorldState } from './world-state.js';

interface NodeBlock extends RpcBlock {
  hash: Hash;
  transactions: readonly Hash[];
}

/** Blocks taken in at a time. */
const step = 64;

/** Follows a node whose state roots are wrong and gives its blocks the roots and hashes that Ethereum prescribes. */
export class StandardChain {
  readonly #node: Node;
  readonly #journal: BlockJournal;
  readonly #headers: HeaderForm;
  /** By number of the block; absent until the journal was read. */
  #entries: JournalEntry[] | undefined;
  #state = new WorldState();
  #past: { number: number; state: WorldState } | undefined;
  /** Block hashes: the node's → ours, and back. */
  readonly #ours = new Map<string, string>();
  readonly #theirs = new Map<string, string>();
  /** State roots by our hash of the block. */
  readonly #roots = new Map<unknown, Hash>();
  #following: Promise<void> = Promise.resolve();

  constructor(node: Node, journal: BlockJournal, headers: HeaderForm) {
    this.#node = node;
    this.#journal = journal;
    this.#headers = headers;
  }

  /** Waits until the blocks that are being taken in are. */
  idle(): Promise<void> {
    return this.#following;
  }

  /** Takes in the blocks that the node has mined since. */
  follow(): Promise<void> {
    const next = this.#following.then(() => this.#follow());
    this.#following = next.catch(() => undefined);
    return next;
  }

  /**
   * Puts our hashes in place of the node's, and into a block the rest of our header.
   * @throws Error when the chain's headers were once made otherwise than now
   */
  async toOurs(answer: unknown): Promise<unknown> {
    const ours = replaceStrings(answer, this.#ours);
    if (typeof ours !== 'object' || ours === null || !('stateRoot' in ours && 'hash' in ours)) return ours;
    const stateRoot = this.#roots.get(ours.hash);
    // A block that is not mined yet has no hash.
    if (stateRoot === undefined) return ours;
    const block = await this.#headers.finish({ ...(ours as unknown as NodeBlock), stateRoot });
    if (this.#headers.hashOf(block) === ours.hash) return block;
    throw new Error(
      `Block ${Number(block.number)} of this chain was sealed by another schedule, or by none.`,
    );
  }

  /** Puts the node's hashes in place of ours. */
  toTheirs(params: unknown): unknown {
    return replaceStrings(params, this.#theirs);
  }

  /** eth_getProof, also of past blocks; `undefined` when the block is not known. */
  prove(address: Address, slots: readonly Hex[], block: string): ProofAnswer | undefined {
    const entries = this.#entries ?? [];
    const head = entries.length - 1;
    const number = block === 'earliest' ? 0 : block.startsWith('0x') ? Number(block) : head;
    if (!(number <= head)) return undefined;
    if (number === head) return this.#state.prove(address, slots);
    if (this.#past?.number !== number) this.#past = { number, state: replay(entries.slice(0, number + 1)) };
    return this.#past.state.prove(address, slots);
  }

  async #follow(): Promise<void> {
    const head = Number(await this.#node.ask('eth_blockNumber', []));
    let entries = this.#entries ?? (await this.#resume(await this.#journal.load(), head));
    // With new blocks their parent tells whether the node went back (evm_revert); without, its newest block does.
    if (head < entries.length && (await this.#block(head)).hash !== entries.at(-1)?.nodeHash) {
      entries = await this.#resume(entries, head);
    }
    while (entries.length <= head) {
      const numbers = Array.from(
        { length: Math.min(step, head + 1 - entries.length) },
        (_, i) => entries.length + i,
      );
      const blocks = await this.#blocks(numbers);
      const parent = entries.at(-1);
      if (parent && blocks[0]?.parentHash !== parent.nodeHash) {
        entries = await this.#resume(entries, head);
        continue;
      }
      const known = entries.length;
      for (const [i, block] of blocks.entries()) await this.#take(entries, block, known + i);
      await this.#journal.append(entries.slice(known));
    }
  }

  /** Goes on from the entries that the node still has. */
  async #resume(stored: readonly JournalEntry[], head: number): Promise<JournalEntry[]> {
    let length = Math.min(stored.length, head + 1);
    while (length > 0 && (await this.#block(length - 1)).hash !== stored[length - 1]?.nodeHash) length--;
    const entries = stored.slice(0, length);
    if (length < stored.length) await this.#journal.rewrite(entries);
    for (const entry of entries) this.#learn(entry);
    this.#state = replay(entries);
    this.#past = undefined;
    // Shown once, so that a chain with other headers is found out now.
    if (length > 0) await this.toOurs(await this.#block(length - 1));
    this.#entries = entries;
    return entries;
  }

  async #take(entries: JournalEntry[], block: NodeBlock, number: number): Promise<void> {
    const diff = await this.#diffOf(block, number);
    this.#state.apply(diff);
    const root = this.#state.root();
    const parentHash = entries.at(-1)?.hash ?? block.parentHash;
    const hash = this.#headers.hashOf(this.#headers.dress({ ...block, parentHash, stateRoot: root }));
    const entry = { number, nodeHash: block.hash, hash, root, diff };
    this.#learn(entry);
    entries.push(entry);
  }

  async #diffOf(block: NodeBlock, number: number) {
    if (number === 0) return readGenesis(this.#node);
    return block.transactions.length === 0 ? {} : readDiff(this.#node, numberToHex(number));
  }

  #learn({ nodeHash, hash, root }: JournalEntry): void {
    this.#ours.set(nodeHash, hash);
    this.#theirs.set(hash, nodeHash);
    this.#roots.set(hash, root);
  }

  async #block(number: number): Promise<NodeBlock> {
    return (await this.#blocks([number]))[0] as NodeBlock;
  }

  async #blocks(numbers: readonly number[]): Promise<NodeBlock[]> {
    const params = numbers.map((number) => [numberToHex(number), false]);
    return (await this.#node.askMany('eth_getBlockByNumber', params)) as NodeBlock[];
  }
}

function replay(entries: readonly JournalEntry[]): WorldState {
  const state = new WorldState();
  for (const { diff } of entries) state.apply(diff);
  return state;
}
