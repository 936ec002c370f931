import type { Desk } from '../session/desk.js';
import type { StoredCertificate } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { renewCertificate } from './renew-certificate.js';

/** For so long after a presentation nothing is asked of an issuer: when it is asked would say when that was. */
export const quietMs = 3_600_000;

/**
 * Gets new copies of the certificates of which more than half were shown. What goes wrong is no matter: there are the
 * copies that were shown, and the next time.
 * @throws TroubleError STORAGE_*
 */
export async function refillCopies(desk: Desk): Promise<void> {
  const { certificates, pending } = desk.vault.contents;
  if (isAfterPresentation(desk)) return;
  for (const row of certificates) {
    if (!isShort(row) || pending.some(({ id }) => id === row.id)) continue;
    try {
      await renewCertificate(desk, row.id);
    } catch (error) {
      if (TroubleError.of(error).code.startsWith('STORAGE_')) throw error;
    }
  }
}

function isAfterPresentation({ vault, now }: Desk): boolean {
  const last = Math.max(...vault.contents.history.map(({ at }) => Date.parse(at)));
  return now().getTime() - last < quietMs;
}

/** Only a token that is bound to a key is good for new copies, and of what is over for good none are wanted. */
function isShort({ copies, renewal, shownState }: StoredCertificate): boolean {
  if (renewal?.isBound !== true || shownState === 'revoked') return false;
  if (copies === undefined) return true;
  return copies.filter(({ shownAt }) => shownAt === undefined).length * 2 < copies.length;
}
