import { browserPasskeys } from '../keys/browser-passkeys.js';
import { openStore } from '../store/open-store.js';
import { TroubleError } from '../trouble/trouble-error.js';
import type { WalletSession } from './contract.js';
import { createSession } from './create-session.js';
import type { WalletPorts } from './wallet-ports.js';

/** The wallet of this browser. */
export function openWallet(): WalletSession {
  return createSession(browserPorts());
}

function browserPorts(): WalletPorts {
  return {
    async openStore(onLost) {
      // Browsers have no keys for pages that somebody on the way could have changed.
      if (!isSecureContext) throw new TroubleError('PAGE_INSECURE', `${location.origin} is not secure.`);
      return openStore(onLost);
    },
    passkeys: browserPasskeys,
    fetch: (input, init) => fetch(input, init),
    now: () => new Date(),
    origin: location.origin,
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    inTurn: (run) => navigator.locks.request('eslabon-wallet', run),
  };
}
