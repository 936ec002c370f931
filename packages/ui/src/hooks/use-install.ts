import { useSyncExternalStore } from 'react';
import { canInstall, install, onInstallPrompt } from './install-prompt.js';

/** What asks the browser to install the app; undefined where it would not, or is installed already. */
export function useInstall(): (() => Promise<void>) | undefined {
  return useSyncExternalStore(onInstallPrompt, canInstall) ? install : undefined;
}
