import { formatMultikey } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';
import { readiness } from './readiness.js';
import { type Features, viewCaller } from './view-caller.js';

export function serviceRoutes(parts: AgentParts, features: Features) {
  return {
    getHealth: async () => ({ status: 'ok' as const }),
    getReadiness: () => readiness(parts),
    getAuthority: async () => authority(parts),
    getCaller: async (_input, caller) => viewCaller(parts, features, caller),
  } satisfies Partial<Handlers>;
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
