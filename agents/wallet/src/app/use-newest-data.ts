import { useEffect } from 'react';
import { useSession } from './session-context.js';

/** How long an app that is left open goes without looking at what has changed. */
const patienceMs = 900_000;

/**
 * Fetches the newest data when the wallet opens, and when somebody comes back to it after a while: a suspension must not
 * wait until the app is closed. Without a network the older data are still there.
 */
export function useNewestData(): void {
  const session = useSession();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const refresh = () => {
      const now = Date.now();
      // A clock that was put back says nothing about how long it was.
      if (document.visibilityState === 'hidden' || Math.abs(now - last) < patienceMs) return;
      last = now;
      session.refresh().catch(() => undefined);
    };
    refresh();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [session]);
}
