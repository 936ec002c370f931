import { type Address, type StatusFacts, statusMask } from '@eslabon/core';
import { type EntityManager, In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { type CertificateRow, certificateTable } from '../certificates/certificate-table.js';
import { bitsOf, lookUpLists } from './stands-on-chain.js';
import { statusChangeTable } from './status-table.js';

/**
 * Compares what was decided with what the chain shows, and queues again what the chain lost (a restored node, a
 * database restored from a backup). Changes on their way are left alone.
 * @returns how many changes were queued again
 */
export async function reconcileStatuses(
  parts: Pick<AgentParts, 'database' | 'keys' | 'follower' | 'log'>,
): Promise<number> {
  const { statuses } = parts.follower.index.factsAt();
  const lists = lookUpLists(statuses, parts.keys.address);
  const requeued = await parts.database.transaction(async (manager) => {
    let count = 0;
    for (const row of await candidates(manager, statuses, parts.keys.address)) {
      const bits = bitsOf(lists, row.list as number, row.index as number);
      const shown = bits.revoked ? 'revoked' : bits.suspended ? 'suspended' : 'active';
      if (shown === row.status || (await hasPending(manager, row.id))) continue;
      const [last] = await manager.find(statusChangeTable, {
        where: { certificateId: row.id, state: 'confirmed' },
        order: { sequence: 'DESC' },
        take: 1,
      });
      if (last === undefined) {
        parts.log.error({ certificate: row.id, shown }, 'the chain shows a status that nobody decided here');
        continue;
      }
      await manager.update(
        statusChangeTable,
        { id: last.id },
        { state: 'queued', batchId: null, blockNumber: null },
      );
      count += 1;
    }
    return count;
  });
  if (requeued > 0) parts.log.warn({ requeued }, 'the chain had lost statuses; they are queued again');
  return requeued;
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
    state: In(['scheduled', 'queued', 'sent', 'failed']),
  });
}
