import {
  type Address,
  type CertificateStatus,
  type Hash,
  type StatusAction,
  type StatusFacts,
  statusMask,
} from '@eslabon/core';
import { type EntityManager, In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { type CertificateRow, certificateTable } from '../certificates/certificate-table.js';
import { bitsOf, lookUpLists } from './stands-on-chain.js';
import { type StatusChangeRow, statusChangeTable } from './status-table.js';

type Parts = Pick<AgentParts, 'database' | 'keys' | 'follower' | 'submitter' | 'log'>;

/**
 * Compares what was decided with what the chain shows, and queues again what the chain lost (a node that was restored).
 * Where the chain still has the transaction of the last decision, it is the database that is older, after a restore
 * from a backup: then nothing is written, because that could undo a later decision. Changes on their way are left alone.
 * @returns how many changes were queued again
 * @throws EslabonError CHAIN_* when the chain does not answer
 */
export async function reconcileStatuses(parts: Parts): Promise<number> {
  const { read } = parts.database;
  const { statuses } = parts.follower.index.factsAt();
  const lists = lookUpLists(statuses, parts.keys.address);
  const lost: string[] = [];
  for (const row of await candidates(read, statuses, parts.keys.address)) {
    const bits = bitsOf(lists, row.list as number, row.index as number);
    const shown = bits.revoked ? 'revoked' : bits.suspended ? 'suspended' : 'active';
    if (shown === row.status || (await hasPending(read, row.id))) continue;
    const [last] = await read.find(statusChangeTable, {
      // A decision that was made first may have taken effect last: what counts is which one led to the status.
      where: { certificateId: row.id, state: 'confirmed', action: actionTo[row.status ?? 'active'] },
      order: { sequence: 'DESC' },
      take: 1,
    });
    if (last !== undefined && (await isLost(parts, last))) lost.push(last.id);
    else parts.log.error({ certificate: row.id, shown }, 'the chain shows a status that nobody decided here');
  }
  if (lost.length === 0) return 0;
  await parts.database.transaction((manager) =>
    manager.update(
      statusChangeTable,
      { id: In(lost), state: 'confirmed' },
      { state: 'queued', batchId: null, blockNumber: null },
    ),
  );
  parts.log.warn({ requeued: lost.length }, 'the chain had lost statuses; they are queued again');
  return lost.length;
}

const actionTo: Record<CertificateStatus, StatusAction> = {
  active: 'reinstate',
  suspended: 'suspend',
  revoked: 'revoke',
};

/** Whether the chain no longer has the transaction that carried a change. */
async function isLost({ submitter }: Parts, { transaction }: StatusChangeRow): Promise<boolean> {
  return transaction !== null && (await submitter.outcome(transaction as Hash)).state === 'pending';
}

/** Certificates that are not active here, and those whose bits are set there. */
async function candidates(
  manager: EntityManager,
  facts: StatusFacts,
  authority: Address,
): Promise<CertificateRow[]> {
  const rows = await manager.findBy(certificateTable, { status: In(['suspended', 'revoked']) });
  const known = new Set(rows.map((row) => row.id));
  for (const [list, index] of setBits(facts, authority)) {
    const row = await manager.findOneBy(certificateTable, { list, index });
    if (row !== null && !known.has(row.id)) rows.push(row);
  }
  return rows;
}

function* setBits(facts: StatusFacts, authority: Address): Generator<[number, number]> {
  for (const fact of facts.lists) {
    if (fact.authority !== authority) continue;
    for (const [word, bits] of [...fact.revoked, ...fact.suspended]) {
      for (let bit = 0; bit < 256; bit++) {
        if ((bits & statusMask(bit)) !== 0n) yield [fact.list, word * 256 + bit];
      }
    }
  }
}

function hasPending(manager: EntityManager, certificateId: string): Promise<boolean> {
  return manager.existsBy(statusChangeTable, {
    certificateId,
    state: In(['queued', 'sent', 'failed']),
  });
}
