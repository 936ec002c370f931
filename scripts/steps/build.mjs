import { buildApps } from './build-apps.mjs';
import { pinnedNode, run } from './run-command.mjs';

/** Compiles what changed (TypeScript project references, the web apps); does next to nothing when all is up to date. */
export async function build() {
  const code = await run(pinnedNode, ['node_modules/typescript/bin/tsc', '-b']);
  if (code !== 0) throw new Error('the TypeScript build has errors.');
  await buildApps();
  return 0;
}
