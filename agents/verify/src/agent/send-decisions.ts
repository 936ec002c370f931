import type { DecisionInput } from '@eslabon/client/contract';
import type { LoggedDecision } from '../log/logged-decision.js';
import { toUpload } from '../log/to-upload.js';
import { askAgent } from './ask-agent.js';

/** Well below the agent's limits of 1,000 decisions and 2 MiB. */
const most = 250;

/**
 * Uploads decisions, some at a time. An upload may be repeated: the agent knows a decision by its id.
 * @param onSent is told which were taken, after each part
 * @throws TroubleError as {@link askAgent}
 */
export async function sendDecisions(
  apiKey: string,
  entries: readonly LoggedDecision[],
  onSent: (entries: readonly LoggedDecision[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < entries.length; from += most) {
    const part = entries.slice(from, from + most);
    const decisions: DecisionInput[] = part.map(toUpload);
    await askAgent('/v1/decisions', apiKey, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decisions }),
    });
    await onSent(part);
  }
}
