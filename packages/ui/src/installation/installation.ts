import { Workbox } from 'workbox-window';

/** What the service worker, which makes the app work without a network, is at. */
export interface Installation {
  /** Every file is on this device. */
  offline: boolean;
  /** A new version waits; calling it changes to the new version. */
  update: (() => void) | undefined;
}

let installation: Installation = { offline: false, update: undefined };
const listeners = new Set<() => void>();

export function currentInstallation(): Installation {
  return installation;
}

export function onInstallation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Installs the service worker `sw.js`. Without one (as over plain http) the app works, but only while it is open.
 * @param base path of the app, with a slash at its end
 */
export function installServiceWorker(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  const workbox = new Workbox(`${base}sw.js`, { scope: base });
  const offline = () => show({ offline: true });
  workbox.addEventListener('waiting', () => {
    show({
      update() {
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      },
    });
  });
  workbox.register().catch(() => undefined);
  navigator.serviceWorker.ready.then(offline, () => undefined);
}

function show(change: Partial<Installation>): void {
  installation = { ...installation, ...change };
  for (const listener of listeners) listener();
}
