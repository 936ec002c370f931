import { parseDelegation, verifyDelegationStatusList } from '@eslabon/credentials';
import { boundedFetch } from '../net/bounded-fetch.js';
import type { Desk } from '../session/desk.js';
import type { StoredHeld } from '../store/stored.js';

/**
 * The newest status list of the company that gave a delegation: the one that is published, where it can be had and is
 * genuine, or the one that is here. Whoever publishes it learns that a delegate asked, and not for whom.
 */
export async function newestStatusList(desk: Desk, id: string): Promise<string | undefined> {
  const row = desk.vault.row('held', id);
  const { status } = parseDelegation(row.token);
  if (status === undefined) return undefined;
  try {
    const fetched = await fetchList(desk, row);
    if (fetched !== row.statusList) {
      await desk.vault.change({ put: { held: [{ ...row, statusList: fetched }] } });
    }
    return fetched;
  } catch {
    return row.statusList;
  }
}

/** @throws TroubleError of the network, EslabonError STATUS_LIST_*, CREDENTIAL_* */
async function fetchList(
  { fetch, now }: Desk,
  { token, statusList }: StoredHeld,
): Promise<string | undefined> {
  const { company, status } = parseDelegation(token);
  const { statusListUri = '' } = status ?? {};
  const bounded = boundedFetch(fetch, { maxBytes: 65_536, patienceMs: 10_000 });
  const response = await bounded(statusListUri, { headers: { accept: 'application/statuslist+jwt' } });
  if (!response.ok) return statusList;
  const fetched = (await response.text()).trim();
  const question = { company, statusListUri, at: Math.floor(now().getTime() / 1000), skewSeconds: 300 };
  const { issuedAt } = verifyDelegationStatusList(fetched, question);
  if (statusList === undefined) return fetched;
  return issuedAt > verifyDelegationStatusList(statusList, question).issuedAt ? fetched : statusList;
}
