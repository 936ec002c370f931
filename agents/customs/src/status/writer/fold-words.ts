import { statusMask, statusWord } from '@eslabon/core';
import type { StatusChangeRow, WordChange } from '../status-table.js';

type Placed = Pick<StatusChangeRow, 'list' | 'index' | 'action'>;

const actionMember = { revoke: 'revoke', suspend: 'suspend', reinstate: 'reinstate' } as const;

/**
 * The longest run of changes, from the first one, that one instruction can carry: at most `maxWords` words, and no
 * certificate twice, because two changes of one bit would lose their order.
 */
export function takeBatch<T extends Placed>(queued: readonly T[], maxWords: number): T[] {
  const words = new Set<string>();
  const bits = new Set<string>();
  const taken: T[] = [];
  for (const change of queued) {
    const word = `${change.list}/${statusWord(change.index)}`;
    const bit = `${change.list}/${change.index}`;
    if (bits.has(bit) || (!words.has(word) && words.size === maxWords)) break;
    words.add(word);
    bits.add(bit);
    taken.push(change);
  }
  return taken;
}

/** Folds changes of single certificates into one change a word. */
export function foldWords(changes: readonly Placed[]): WordChange[] {
  const words = new Map<
    string,
    { list: number; word: number; revoke: bigint; suspend: bigint; reinstate: bigint }
  >();
  for (const { list, index, action } of changes) {
    const word = statusWord(index);
    const key = `${list}/${word}`;
    const folded = words.get(key) ?? { list, word, revoke: 0n, suspend: 0n, reinstate: 0n };
    folded[actionMember[action]] |= statusMask(index);
    words.set(key, folded);
  }
  return [...words.values()].map(({ list, word, ...masks }) => ({
    list,
    word,
    revoke: toHex(masks.revoke),
    suspend: toHex(masks.suspend),
    reinstate: toHex(masks.reinstate),
  }));
}

function toHex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
