import { historyTable } from '../../certificates/certificate-table.js';
import { type ListLookup, lookUpLists, standsOnChain } from '../stands-on-chain.js';
import {
  type StatusBatchRow,
  type StatusChangeRow,
  statusBatchTable,
  statusChangeTable,
} from '../status-table.js';
import type { WriterParts } from './deliver-batch.js';

/**
 * Closes an instruction that the chain carried out: every change whose bit stands is confirmed, and one whose bit does
 * not stand (somebody else used the nonce) waits again.
 */
export async function settleBatch(
  parts: WriterParts,
  batch: StatusBatchRow,
  blockNumber: number | undefined,
): Promise<void> {
  const lists: ListLookup = lookUpLists(parts.follower.index.factsAt().statuses, parts.keys.address);
  const block = blockNumber ?? parts.follower.index.head();
  const at = parts.clock().toISOString();
  await parts.database.transaction(async (manager) => {
    const changes = await manager.findBy(statusChangeTable, { batchId: batch.id, state: 'sent' });
    for (const change of changes) {
      if (!standsOnChain(lists, change)) {
        await manager.update(statusChangeTable, { id: change.id }, { state: 'queued', batchId: null });
        continue;
      }
      const confirmed: Partial<StatusChangeRow> = {
        state: 'confirmed',
        transaction: batch.transaction,
        blockNumber: block,
        note: null,
      };
      await manager.update(statusChangeTable, { id: change.id }, confirmed);
      await manager.insert(historyTable, {
        certificateId: change.certificateId,
        at,
        actor: 'chain',
        event: 'STATUS_CONFIRMED',
        data: {
          change: change.id,
          action: change.action,
          blockNumber: block,
          transaction: batch.transaction ?? '',
        },
      });
    }
    await manager.update(statusBatchTable, { id: batch.id }, { state: 'done' });
  });
}
