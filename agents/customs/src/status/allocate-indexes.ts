import type { EntityManager } from 'typeorm';
import { statusListTable } from './status-table.js';

/** Entries of one list: the least that a W3C Bitstring Status List may have, so that both have the same shape. */
export const listLength = 131_072;

/**
 * Gives out the next `count` status indexes, in order, over as many lists as it takes. Must run inside the transaction
 * that stores them: transactions follow one another, so no index is given twice, and one that fails leaves no gap.
 */
export async function allocateIndexes(
  manager: EntityManager,
  count: number,
): Promise<{ list: number; index: number }[]> {
  const [last] = await manager.find(statusListTable, { order: { list: 'DESC' }, take: 1 });
  let { list, allocated } = last ?? { list: 0, allocated: 0 };
  const entries: { list: number; index: number }[] = [];
  while (entries.length < count) {
    if (allocated === listLength) {
      await manager.save(statusListTable, { list, allocated });
      list += 1;
      allocated = 0;
    }
    entries.push({ list, index: allocated });
    allocated += 1;
  }
  if (count > 0) await manager.save(statusListTable, { list, allocated });
  return entries;
}
