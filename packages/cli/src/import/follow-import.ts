import type { Client } from '@eslabon/client';
import type { ImportView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { isPassing } from '../agent/is-passing.js';

const pollMs = 400;

/** Times in a row that the agent may fail to answer before we stop asking. */
const patience = 10;

export interface FollowedImport {
  client: Pick<Client, 'getImport'>;
  started: ImportView;
  sleep(milliseconds: number): Promise<void>;
  onProgress(view: ImportView): void;
}

/**
 * Asks for an import until it is done or has failed. The agent works on without us, so a short outage is waited out.
 * @throws EslabonError as the agent answered; UNAVAILABLE, with how to go on, when it stays away.
 */
export async function followImport({
  client,
  started,
  sleep,
  onProgress,
}: FollowedImport): Promise<ImportView> {
  let view = started;
  let failures = 0;
  onProgress(view);
  while (view.state === 'queued' || view.state === 'running') {
    await sleep(pollMs);
    try {
      view = await client.getImport({ params: { id: started.id } });
      failures = 0;
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      if (++failures === patience) {
        throw new EslabonError('UNAVAILABLE', `The agent no longer answers about import ${started.id}.`, {
          cause,
          hints: [`It goes on without us. Later: eslabon import --report ${started.id}`],
        });
      }
      continue;
    }
    onProgress(view);
  }
  return view;
}
