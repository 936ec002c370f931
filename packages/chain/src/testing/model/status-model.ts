import type { Address, StatusFacts, StatusListFact } from '@eslabon/core';
import type { StatusChange } from '../../instructions/set-status.js';
import type { OrderBlock, StatusAction } from './order.js';
import { ensure } from './refusal.js';

/** StatusRegistry written down again, apart from the contract and from the reader of its events. */
export interface StatusModel {
  lists: Map<string, StatusListFact>;
  nonces: Map<Address, number>;
}

export const emptyStatusModel = (): StatusModel => ({ lists: new Map(), nonces: new Map() });

export const statusFactsOf = ({ lists, nonces }: StatusModel): StatusFacts => ({
  lists: [...lists.values()],
  nonces: [...nonces].map(([authority, nonce]) => ({ authority, nonce })),
});

export function listOf({ lists }: StatusModel, authority: Address, list: number): StatusListFact {
  const empty = { authority, list, version: 0, updatedAt: 0, revoked: new Map(), suspended: new Map() };
  return lists.get(`${authority}/${list}`) ?? empty;
}

/** All changes or none. @throws Refusal */
export function applyStatus(
  model: StatusModel,
  authority: Address,
  isActive: boolean,
  { changes }: StatusAction,
  { timestamp }: OrderBlock,
): void {
  ensure(changes.length > 0 && changes.length <= 256, 'ChangeCountOutOfRange');
  ensure(isActive, 'NotMember');
  const draft = new Map<number, StatusListFact>();
  for (const change of changes) {
    const before = draft.get(change.list) ?? listOf(model, authority, change.list);
    draft.set(change.list, changed(before, change, timestamp));
  }
  for (const [list, fact] of draft) model.lists.set(`${authority}/${list}`, fact);
}

function changed(before: StatusListFact, change: StatusChange, timestamp: number): StatusListFact {
  const { list, word, revoke, suspend, reinstate } = change;
  ensure(list < 64, 'ListOutOfRange');
  ensure(word < 4_096, 'WordOutOfRange');
  ensure(revoke !== 0n || suspend !== 0n || reinstate !== 0n, 'EmptyChange');
  ensure((revoke & suspend) === 0n && (revoke & reinstate) === 0n, 'ConflictingChange');
  ensure((suspend & reinstate) === 0n, 'ConflictingChange');
  const revoked = before.revoked.get(word) ?? 0n;
  const suspended = before.suspended.get(word) ?? 0n;
  ensure((revoked & suspend) === 0n && (revoked & reinstate) === 0n, 'RevokedIsFinal');
  ensure((suspended & reinstate) === reinstate, 'NotSuspended');
  return {
    ...before,
    version: before.version + 1,
    updatedAt: timestamp,
    revoked: withWord(before.revoked, word, revoked | revoke),
    suspended: withWord(before.suspended, word, (suspended | suspend) ^ reinstate),
  };
}

function withWord(words: ReadonlyMap<number, bigint>, word: number, value: bigint): Map<number, bigint> {
  const copy = new Map(words);
  if (value === 0n) copy.delete(word);
  else copy.set(word, value);
  return copy;
}
