import { type Address, type StatusFacts, type StatusListFact, statusMask, statusWord } from '@eslabon/core';
import type { StatusChangeRow } from './status-table.js';

export type ListLookup = ReadonlyMap<number, StatusListFact>;

/** The lists of one authority by their number. */
export function lookUpLists(facts: StatusFacts, authority: Address): ListLookup {
  return new Map(facts.lists.filter((list) => list.authority === authority).map((list) => [list.list, list]));
}

/** The two status bits of a certificate, as they stand on the chain. */
export function bitsOf(
  lists: ListLookup,
  list: number,
  index: number,
): { revoked: boolean; suspended: boolean } {
  const fact = lists.get(list);
  const mask = statusMask(index);
  const word = statusWord(index);
  return {
    revoked: ((fact?.revoked.get(word) ?? 0n) & mask) !== 0n,
    suspended: ((fact?.suspended.get(word) ?? 0n) & mask) !== 0n,
  };
}

/** Whether the chain shows what a change asked for. */
export function standsOnChain(
  lists: ListLookup,
  { list, index, action }: Pick<StatusChangeRow, 'list' | 'index' | 'action'>,
): boolean {
  const { revoked, suspended } = bitsOf(lists, list, index);
  if (action === 'revoke') return revoked;
  return action === 'suspend' ? suspended : !suspended;
}
