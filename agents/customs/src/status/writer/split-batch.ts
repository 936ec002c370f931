import type { EslabonError } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import { certificateTable, historyTable } from '../../certificates/certificate-table.js';
import { type StatusBatchRow, statusBatchTable, statusChangeTable } from '../status-table.js';
import { supersede } from '../supersede.js';
import type { WriterParts } from './deliver-batch.js';

/**
 * Deals with an instruction that the contract refuses for good. Of several changes each is tried alone, so that a wrong
 * one does not hold up the others; a single one fails, and a person has to look at it. Nobody has to where the revocation
 * that it came behind was decided here too.
 */
export async function splitBatch(
  parts: WriterParts,
  batch: StatusBatchRow,
  refusal: EslabonError,
): Promise<void> {
  parts.log.error({ batch: batch.id, code: refusal.code }, 'a status instruction was refused for good');
  await parts.database.transaction(async (manager) => {
    const changes = await manager.findBy(statusChangeTable, { batchId: batch.id, state: 'sent' });
    const alone = changes.length === 1;
    for (const change of changes) {
      const { id, certificateId } = change;
      if (!alone) {
        await manager.update(statusChangeTable, { id }, { state: 'queued' });
        continue;
      }
      const note = `This change was refused (${refusal.code}): ${refusal.message}`;
      if (refusal.code === 'CHAIN_REVOKED_IS_FINAL' && (await isRevoked(manager, certificateId))) {
        await supersede(manager, [change], { at: parts.clock().toISOString(), actor: 'chain', note });
        continue;
      }
      await manager.update(statusChangeTable, { id }, { state: 'failed', note });
      await manager.insert(historyTable, {
        certificateId,
        at: parts.clock().toISOString(),
        actor: 'chain',
        event: 'STATUS_FAILED',
        data: { change: id, code: refusal.code },
      });
    }
    await manager.update(statusBatchTable, { id: batch.id }, { state: 'split' });
  });
}

function isRevoked(manager: EntityManager, id: string): Promise<boolean> {
  return manager.existsBy(certificateTable, { id, status: 'revoked' });
}
