import { EslabonError } from '@eslabon/core';
import { formatMultikey } from '@eslabon/credentials';
import { type EntityManager, In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';
import { statusChangeTable } from '../status/status-table.js';

export function serviceRoutes(parts: AgentParts) {
  return {
    getHealth: async () => ({ status: 'ok' as const }),
    getReadiness: () => readiness(parts),
    getAuthority: async () => authority(parts),
  } satisfies Partial<Handlers>;
}

async function readiness({ database, follower, anchoring }: AgentParts) {
  const [waiting, failed] = await Promise.all([
    database.read.countBy(statusChangeTable, { state: In(['queued', 'sent']) }),
    countFailed(database.read),
  ]).catch((cause: unknown) => {
    throw new EslabonError('UNAVAILABLE', 'The database of the agent does not answer.', { cause });
  });
  const trouble = follower.trouble() ?? anchoring.trouble();
  return {
    status: trouble === undefined ? ('ready' as const) : ('degraded' as const),
    database: { ok: true },
    chain: {
      ok: trouble === undefined,
      block: follower.index.head(),
      ...(trouble === undefined ? {} : { note: `${trouble.code}: ${trouble.message}` }),
    },
    outbox: { ok: (trouble === undefined || waiting === 0) && failed === 0, waiting, failed },
  };
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

function authority({ config, keys }: AgentParts) {
  const { chainId, contracts } = config.deployment;
  return {
    did: keys.did,
    name: config.name,
    country: config.country,
    chainId,
    contracts: {
      didRegistry: contracts.didRegistry.address,
      authorityRegistry: contracts.authorityRegistry.address,
      arrangementRegistry: contracts.arrangementRegistry.address,
      statusRegistry: contracts.statusRegistry.address,
    },
    keys: keys.list().map(({ kid, fragment }) => ({
      kid,
      publicKeyMultibase: formatMultikey(publicKeyOf(keys.key(fragment))),
    })),
  };
}
