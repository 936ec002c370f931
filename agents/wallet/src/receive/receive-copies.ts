import type { StoredCopyKey } from '../keys/copy-keys.js';
import type { Desk } from '../session/desk.js';
import type { StoredCopy } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { checkReceived, type Received } from './check-received.js';
import { isSameContent } from './is-same-content.js';

/** The copy for the device's own key, and the others. */
export interface ReceivedCopies extends Received {
  copies: readonly StoredCopy[];
}

/**
 * Looks at all that an issuer gave. One copy is for the device's own key; of the others those are kept that say the same
 * and are for a key that was asked for: a wallet that came back from a backup no longer has the others.
 * @throws TroubleError CERTIFICATE_*
 */
export async function receiveCopies(
  desk: Desk,
  credentials: readonly unknown[],
  copyKeys: readonly StoredCopyKey[],
): Promise<ReceivedCopies> {
  const received: Received[] = [];
  for (const credential of credentials) received.push(await checkReceived(desk, credential));
  const boundTo = (did: string) => received.find(({ certificate }) => certificate.subject.id === did);
  const own = boundTo(desk.keys.did);
  if (own === undefined)
    throw new TroubleError('CERTIFICATE_NOT_OURS', 'The certificate is bound to another key than ours.');
  const copies = copyKeys.flatMap((key) => {
    const copy = boundTo(key.did);
    const isSame = copy !== undefined && isSameContent(copy.certificate, own.certificate);
    return isSame ? [{ key, token: copy.token }] : [];
  });
  return { ...own, copies };
}
