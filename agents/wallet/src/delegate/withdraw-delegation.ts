import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { publishList } from './publish-list.js';

/**
 * Withdraws a delegation: here at once, for verifiers with the list that is published.
 * @throws TroubleError NOT_HELD; DELEGATION_INVALID for one without status, which only its end revokes
 */
export async function withdrawDelegation(desk: Desk, id: string): Promise<void> {
  const { vault, now } = desk;
  const row = vault.row('given', id);
  if (row.withdrawnAt !== undefined) return;
  if (row.status === undefined) {
    throw new TroubleError(
      'DELEGATION_INVALID',
      'The delegation was given without a status: it ends by itself.',
    );
  }
  const withdrawn = { ...row, withdrawnAt: now().toISOString(), unpublished: true };
  await vault.change({ put: { given: [withdrawn] } });
  await publishList(desk, row.status.uri);
}
