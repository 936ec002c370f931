import type { Notice } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { fetchAnew } from './fetch-anew.js';

/**
 * Fetches a certificate that is held as it is now, and makes a notice of what changed.
 * @returns whether it says something else than before
 * @throws TroubleError RENEWAL_IMPOSSIBLE when there is no token, or the issuer takes it no more; ISSUER_REFUSED,
 * CERTIFICATE_*, or of the network
 */
export async function renewCertificate(desk: Desk, id: string): Promise<boolean> {
  const row = desk.vault.row('certificates', id);
  const { renewal, copies = [] } = row;
  if (renewal === undefined)
    throw new TroubleError('RENEWAL_IMPOSSIBLE', 'The issuer gave nothing to renew with.');
  const renewable = { ...row, renewal, copyKeys: copies.map(({ key }) => key) };
  const { isChanged } = await fetchAnew(desk, renewable, (next) =>
    desk.vault.change({ put: { certificates: [{ ...row, renewal: next }] } }),
  );
  if (isChanged) await desk.vault.change({ put: { notices: [noticeOf(desk, id)] } });
  return isChanged;
}

function noticeOf({ now }: Desk, certificateId: string): Notice {
  const at = now().toISOString();
  return { id: `renewed ${certificateId} ${at}`, kind: 'renewed', certificateId, at, seen: false };
}
