import type { TrustAnchor } from '@eslabon/bundle';
import { formatMultikey } from '@eslabon/credentials';
import type { Agent } from '@eslabon/customs';
import type { NetworkPaths } from '../state/network-paths.js';
import { type NetworkState, writePrivateJson } from '../state/network-state.js';

/**
 * Writes what a border post is given out of band (the trust anchor), and what the command line needs to speak with the
 * agents by the names of their countries.
 */
export function writeAnchors(
  paths: NetworkPaths,
  state: NetworkState,
  agents: ReadonlyMap<string, Agent>,
): void {
  const deployment = state.deployment as NonNullable<NetworkState['deployment']>;
  const trust: TrustAnchor = {
    ...deployment,
    attestors: [...agents].map(([, { parts }]) => ({
      country: parts.config.country,
      kid: `${parts.keys.did}#delegate-1`,
      publicKeyMultibase: formatMultikey({
        algorithm: 'ES256',
        bytes: parts.keys.key('delegate-1').publicKey,
      }),
    })),
    ...(state.seals === undefined ? {} : { seals: state.seals }),
  };
  writePrivateJson(paths.trust, trust);
  const addresses = [...agents].map(([country, { url }]) => [
    country,
    { url, key: state.apiKeys[country]?.supervisor },
  ]);
  writePrivateJson(paths.agents, Object.fromEntries(addresses));
}
