import type { Address, StatusListFact } from '@eslabon/core';
import { EslabonError, statusMask, statusWord } from '@eslabon/core';
import type { LoadedBundle } from './loaded-bundle.js';

/** StatusRegistry has 4,096 words of 256 entries. */
const maxIndex = 4096 * 256 - 1;

/** Answers status questions from the proven lists by two lookups. */
export function statusReader(lists: readonly StatusListFact[]): LoadedBundle['status'] {
  const byName = new Map(lists.map((fact) => [nameOf(fact.authority, fact.list), fact]));
  return (authority, list, index) => {
    if (!Number.isInteger(index) || index < 0 || index > maxIndex) {
      throw new EslabonError('INPUT_INVALID', `${index} is not a status index from 0 to ${maxIndex}.`);
    }
    const fact = byName.get(nameOf(authority, list));
    const isSet = (words: ReadonlyMap<number, bigint> | undefined): boolean =>
      ((words?.get(statusWord(index)) ?? 0n) & statusMask(index)) !== 0n;
    return { revoked: isSet(fact?.revoked), suspended: isSet(fact?.suspended) };
  };
}

function nameOf(authority: Address, list: number): string {
  return `${authority}/${list}`;
}
