import { EslabonError } from '@eslabon/core';
import { formatMultikey } from '@eslabon/credentials';
import { In } from 'typeorm';
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
  const waiting = await database.read
    .countBy(statusChangeTable, { state: In(['queued', 'sent']) })
    .catch((cause: unknown) => {
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
    outbox: { ok: trouble === undefined || waiting === 0, waiting },
  };
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
