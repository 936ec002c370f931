import type { Attestor } from '@eslabon/bundle';
import { formatMultikey } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';

/** Key that attests blocks. */
export const attestingFragment = 'delegate-1';

/** This authority as one whose word on a block is taken. */
export function ownAttestor({ config, keys }: Pick<AgentParts, 'config' | 'keys'>): Attestor {
  return {
    country: config.country,
    kid: `${keys.did}#${attestingFragment}`,
    publicKeyMultibase: formatMultikey(publicKeyOf(keys.key(attestingFragment))),
  };
}
