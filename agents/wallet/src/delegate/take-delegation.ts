import { parseDelegation } from '@eslabon/credentials';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { newestStatusList } from './newest-status-list.js';
import { readDelegation } from './read-delegation.js';

/**
 * Takes a delegation from the link of the company, once it was looked at.
 * @returns its id
 * @throws TroubleError as {@link readDelegation}
 */
export async function takeDelegation(desk: Desk, text: string): Promise<string> {
  const { vault, now } = desk;
  const { token, delegation } = await readDelegation(desk, text);
  const { id } = delegation.claims;
  const before = vault.contents.held.find((row) => row.id === id);
  if (before !== undefined && parseDelegation(before.token).company !== delegation.company) {
    throw new TroubleError(
      'DELEGATION_INVALID',
      'It calls itself by the id of another company’s delegation.',
    );
  }
  await vault.change({ put: { held: [{ ...before, id, token, receivedAt: now().toISOString() }] } });
  await newestStatusList(desk, id);
  return id;
}
