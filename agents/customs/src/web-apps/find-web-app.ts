import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EslabonError } from '@eslabon/core';
import type { AgentConfig } from '../platform/config/agent-config.js';

const apps = {
  verify: { setting: 'verifyAppDir', built: '../../../verify/dist-app' },
  wallet: { setting: 'walletAppDir', built: '../../../wallet/dist-app' },
  portal: { setting: 'portalAppDir', built: '../../../portal/dist-app' },
} as const;

export type WebAppName = keyof typeof apps;

/**
 * Folder of a web app: the one of the configuration, else the one that was built beside this package. Undefined where
 * there is none: the agent then works without it.
 * @throws EslabonError CONFIG_INVALID when the configuration names a folder that does not hold the app.
 */
export function findWebApp(
  name: WebAppName,
  config: Pick<AgentConfig, 'verifyAppDir' | 'walletAppDir' | 'portalAppDir'>,
): string | undefined {
  const { setting, built } = apps[name];
  const configured = config[setting];
  const holdsApp = (folder: string): boolean => existsSync(join(folder, 'index.html'));
  if (configured === undefined) {
    // Where the build lies, seen from this file as source and as built.
    const folder = fileURLToPath(new URL(built, import.meta.url));
    return holdsApp(folder) ? folder : undefined;
  }
  if (holdsApp(configured)) return resolve(configured);
  throw new EslabonError('CONFIG_INVALID', `${setting}: there is no index.html in “${configured}”.`, {
    hints: ['Build the app first, or leave the setting out: the agent then works without it.'],
  });
}
