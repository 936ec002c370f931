import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, run } from './run-command.mjs';

/** What the border-post app is made of, the sources of its packages included. */
const sources = [
  'agents/verify/index.html',
  'agents/verify/package.json',
  'agents/verify/public',
  'agents/verify/scripts',
  'agents/verify/src',
  'packages/bundle/src',
  'packages/client/src',
  'packages/core/src',
  'packages/credentials/src',
  'packages/verifier/src',
  'did-registry/src',
  'pnpm-lock.yaml',
];
const product = 'agents/verify/dist-app/index.html';

/** Builds the border-post app when one of its sources is younger than it. */
export async function buildApp() {
  const built = timeOf(join(root, product));
  if (built > 0 && sources.every((source) => newestIn(join(root, source)) < built)) return;
  const code = await run(pinnedNode, ['agents/verify/scripts/build.mjs']);
  if (code !== 0) throw new Error('the border-post app could not be built.');
}

function newestIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
