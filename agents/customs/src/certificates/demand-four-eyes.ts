import { EslabonError } from '@eslabon/core';
import type { AgentConfig } from '../platform/config/agent-config.js';
import type { Caller } from '../platform/http/caller.js';
import { searchName } from './search-name.js';

/**
 * Names are compared as people read them: in capitals or with another space between them they are no second person.
 * @throws EslabonError CERTIFICATE_FOUR_EYES when the caller proposed it, unless that is configured to be allowed
 */
export function demandFourEyes(
  { fourEyes }: Pick<AgentConfig, 'fourEyes'>,
  proposedBy: string,
  caller: Caller,
): void {
  if (!fourEyes || searchName(proposedBy) !== searchName(caller.name)) return;
  throw new EslabonError(
    'CERTIFICATE_FOUR_EYES',
    `“${caller.name}” proposed this certificate and may not issue it.`,
    { hints: ['Another person has to approve it.'] },
  );
}
