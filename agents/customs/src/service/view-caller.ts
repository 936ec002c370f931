import type { CallerView } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import type { Caller } from '../platform/http/caller.js';

/** What the operator configured of what an agent may leave out. */
export type Features = Pick<CallerView, 'offers' | 'email' | 'presentations'>;

/** Who calls, what the key may do, and what there is to be done here: what an officers' app shows and hides by. */
export function viewCaller(
  { config, keys }: Pick<AgentParts, 'config' | 'keys'>,
  features: Features,
  { id, name, role, scopes }: Caller,
): CallerView {
  const { name: authority, country, utcOffset, fourEyes } = config;
  return {
    ...{ id, name, role, scopes: [...scopes], fourEyes },
    authority: { name: authority, country, did: keys.did, utcOffset },
    ...features,
  };
}
