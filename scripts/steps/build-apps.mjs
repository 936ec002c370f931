import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, run } from './run-command.mjs';

/** Packages whose sources go into web apps. */
const packages = ['bundle', 'client', 'core', 'credentials', 'exchange', 'paper', 'ui', 'verifier'];

/** The web apps, each in a folder of its own under `agents`. */
const apps = ['verify', 'wallet', 'portal'];

const shared = [
  ...packages.map((name) => `packages/${name}/src`),
  'packages/ui/build',
  'did-registry/src',
  'pnpm-lock.yaml',
];
const ownParts = ['index.html', 'package.json', 'public', 'scripts', 'src'];

/** Builds every web app one of whose sources is younger than it. */
export async function buildApps() {
  for (const app of apps) {
    const built = timeOf(join(root, `agents/${app}/dist-app/index.html`));
    const sources = [...ownParts.map((part) => `agents/${app}/${part}`), ...shared];
    if (built > 0 && sources.every((source) => newestIn(join(root, source)) < built)) continue;
    const code = await run(pinnedNode, [`agents/${app}/scripts/build.mjs`]);
    if (code !== 0) throw new Error(`the app “${app}” could not be built.`);
  }
}

function newestIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
