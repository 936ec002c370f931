import type { Client } from '@eslabon/client';
import type { StatusChangeView } from '@eslabon/client/contract';
import { isPassing } from '../agent/is-passing.js';
import type { Io } from '../io/io.js';

const patienceMs = 30_000;
const pollMs = 500;

/**
 * Asks about a status change until the chain has confirmed or refused it, at most 30 seconds. The decision stands
 * already, so an agent that does not answer in between is asked again.
 * @returns The change as last seen.
 */
export async function waitForChange(
  client: Pick<Client, 'getStatusChange'>,
  decided: StatusChangeView,
  io: Pick<Io, 'now' | 'sleep'>,
): Promise<StatusChangeView> {
  const deadline = io.now().getTime() + patienceMs;
  let change = decided;
  while ((change.state === 'queued' || change.state === 'sent') && io.now().getTime() < deadline) {
    await io.sleep(pollMs);
    try {
      change = await client.getStatusChange({ params: { id: decided.id } });
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
  return change;
}
