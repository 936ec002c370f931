import type { ArchiveEntry, ProofArchive } from '@eslabon/chain';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Database } from '../../platform/database/open-database.js';
import { type ArchivedProofRow, archivedProofTable } from './proof-table.js';

/** Keeps proofs of past blocks in the agent's database. */
export function createProofArchive(database: Database): ProofArchive {
  return {
    async put({ bytes, ...block }) {
      const row = { ...block, bytes: Buffer.from(bytes) };
      await database.transaction((manager) => manager.upsert(archivedProofTable, row, ['number']));
    },
    async get(blockNumber) {
      return entryOf(await database.read.findOneBy(archivedProofTable, { number: blockNumber }));
    },
    async nearest(position) {
      const where =
        'block' in position
          ? { number: LessThanOrEqual(position.block) }
          : { timestamp: LessThanOrEqual(position.instant) };
      // Of blocks with one timestamp the last: their state is that of the whole second.
      const [row] = await database.read.find(archivedProofTable, {
        where,
        order: { number: 'DESC' },
        take: 1,
      });
      return entryOf(row);
    },
    list: () =>
      database.read.find(archivedProofTable, {
        select: { number: true, hash: true, timestamp: true },
        order: { number: 'ASC' },
      }),
    async cut(blockNumber) {
      await database.transaction((manager) =>
        manager.delete(archivedProofTable, { number: MoreThan(blockNumber) }),
      );
    },
  };
}

function entryOf(row: ArchivedProofRow | null | undefined): ArchiveEntry | undefined {
  return row ? { ...row, bytes: Uint8Array.from(row.bytes) } : undefined;
}
