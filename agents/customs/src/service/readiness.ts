import { EslabonError } from '@eslabon/core';
import { type EntityManager, In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { statusChangeTable } from '../status/status-table.js';

type Parts = Pick<AgentParts, 'database' | 'follower' | 'anchoring' | 'archiving' | 'client'>;

/** Whether the agent can do its work, and what keeps it from it. @throws EslabonError UNAVAILABLE */
export async function readiness({ database, follower, anchoring, archiving, client }: Parts) {
  const [waiting, failed] = await Promise.all([
    database.read.countBy(statusChangeTable, { state: In(['queued', 'sent']) }),
    countFailed(database.read),
  ]).catch((cause: unknown) => {
    throw new EslabonError('UNAVAILABLE', 'The database of the agent does not answer.', { cause });
  });
  const trouble = follower.trouble() ?? anchoring.trouble();
  const archive = archiving.status();
  const isDegraded = trouble !== undefined || archive.isFailing;
  const notes = [
    ...(trouble === undefined ? [] : [`${trouble.code}: ${trouble.message}`]),
    ...(trouble === undefined ? nodeNotes(client) : []),
    ...archiveNotes(archive),
  ];
  return {
    status: isDegraded ? ('degraded' as const) : ('ready' as const),
    database: { ok: true },
    chain: {
      ok: trouble === undefined,
      block: follower.index.head(),
      ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    },
    outbox: { ok: (trouble === undefined || waiting === 0) && failed === 0, waiting, failed },
  };
}

/** With several nodes one may be out of order while all is well. */
function nodeNotes(client: Parts['client']): string[] {
  return client
    .status()
    .filter(({ ok }) => !ok)
    .map(({ node, code, message }) => `Node ${node}: ${code}: ${message}`);
}

function archiveNotes({ lost }: ReturnType<Parts['archiving']['status']>): string[] {
  if (lost === undefined) return [];
  const { count, first, last } = lost;
  return [`Archive: no node has the state of ${count} blocks with changes, ${first} to ${last}, any more.`];
}

/** Refused changes that no later one of the same certificate has settled. */
function countFailed(read: EntityManager): Promise<number> {
  return read
    .createQueryBuilder(statusChangeTable, 'refused')
    .where({ state: 'failed' })
    .andWhere((builder) => {
      const later = builder
        .subQuery()
        .select('1')
        .from(statusChangeTable, 'later')
        .where('later.certificateId = refused.certificateId')
        .andWhere('later.sequence > refused.sequence')
        .andWhere("later.state = 'confirmed'");
      return `NOT EXISTS ${later.getQuery()}`;
    })
    .getCount();
}
