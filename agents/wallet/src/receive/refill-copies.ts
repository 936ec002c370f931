import type { Fetch } from '../net/bounded-fetch.js';
import type { Desk } from '../session/desk.js';
import type { StoredCertificate } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { renewCertificate } from './renew-certificate.js';

/** For so long after a presentation nothing is asked of an issuer: when it is asked would say when that was. */
const quietMs = 3_600_000;

/** How long all of it may take: whoever opened the wallet may be about to present, which has to wait for its turn. */
const patienceMs = 10_000;

/**
 * Gets new copies of the certificates of which more than half were shown. What goes wrong is no matter: there are the
 * copies that were shown, and the next time.
 * @throws TroubleError STORAGE_*
 */
export async function refillCopies(desk: Desk): Promise<void> {
  const { certificates, pending } = desk.vault.contents;
  if (await isAfterPresentation(desk)) return;
  const hurried = { ...desk, fetch: within(desk.fetch, AbortSignal.timeout(patienceMs)) };
  for (const row of certificates) {
    if (!isShort(row) || pending.some(({ id }) => id === row.id)) continue;
    try {
      await renewCertificate(hurried, row.id);
    } catch (error) {
      if (TroubleError.of(error).code.startsWith('STORAGE_')) throw error;
    }
  }
}

function within(fetch: Fetch, signal: AbortSignal): Fetch {
  return (input, init) => fetch(input, { ...init, signal });
}

function isAfterPresentation({ vault, now }: Desk): Promise<boolean> {
  const [from = '', to = ''] = [-quietMs, quietMs].map((ms) => new Date(now().getTime() + ms).toISOString());
  return vault.store.hasHistory(from, to);
}

/** Whether an instant is too near. One that is far in the future was of a wrong clock, and must not stop copies until then. */
export function isNear(instant: number, now: Date): boolean {
  return Math.abs(now.getTime() - instant) < quietMs;
}

/** Only a token that is bound to a key is good for new copies, and of what is over for good none are wanted. */
function isShort({ copies, renewal, shownState }: StoredCertificate): boolean {
  if (renewal?.isBound !== true || shownState === 'revoked') return false;
  if (copies === undefined) return true;
  return copies.filter(({ shownAt }) => shownAt === undefined).length * 2 < copies.length;
}
