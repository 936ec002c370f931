import { publishLists } from '../delegate/publish-list.js';
import { askAgain } from '../receive/ask-again.js';
import type { Desk } from './desk.js';

/** What waits for a network: lists that could not be published, certificates that were not given out yet. */
export async function askIssuers(desk: Desk): Promise<void> {
  await publishLists(desk);
  for (const row of desk.vault.contents.pending) await askAgain(desk, row);
}
