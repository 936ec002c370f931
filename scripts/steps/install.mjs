import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, run } from './run-command.mjs';

const pnpm = 'pnpm@12.21.0';
const stamp = join(root, 'node_modules', '.eslabon-installed');

/** Installs the dependencies of the lock file, unless that was done on this machine already. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (once) …');
  const options = ['--frozen-lockfile', '--reporter=append-only'];
  const { code, text } = await run('npx', ['-y', pnpm, 'install', ...options], { output: 'pipe' });
  if (code !== 0) {
    console.error(text);
    throw new Error(
      'the dependencies could not be installed. Is the npm registry reachable? See the lines above.',
    );
  }
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform} ${process.arch} ${pnpm}\n`;
}
