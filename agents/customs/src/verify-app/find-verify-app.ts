import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EslabonError } from '@eslabon/core';
import type { AgentConfig } from '../platform/config/agent-config.js';

/** Where the build of @eslabon/verify lies, seen from this file as source and as built. */
const built = fileURLToPath(new URL('../../../verify/dist-app', import.meta.url));

/**
 * Folder of the border-post app: the one of the configuration, else the one that was built beside this package.
 * Undefined where there is none: the agent then works without it.
 * @throws EslabonError CONFIG_INVALID when the configuration names a folder that does not hold the app.
 */
export function findVerifyApp({ verifyAppDir }: Pick<AgentConfig, 'verifyAppDir'>): string | undefined {
  const holdsApp = (folder: string): boolean => existsSync(join(folder, 'index.html'));
  if (verifyAppDir === undefined) return holdsApp(built) ? built : undefined;
  if (holdsApp(verifyAppDir)) return resolve(verifyAppDir);
  throw new EslabonError('CONFIG_INVALID', `verifyAppDir: there is no index.html in “${verifyAppDir}”.`, {
    hints: ['Build the app first, or leave the setting out: the agent then works without it.'],
  });
}
