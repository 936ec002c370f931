#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Oldest Node that the signature library says it runs on. */
const oldest = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const tooOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
const newer = tooOld ? repositoryNode() : undefined;

if (newer !== undefined) {
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(newer, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} else if (existsSync(new URL('../dist/main.js', import.meta.url))) {
  await import('../dist/main.js');
} else {
  process.stderr.write('error CONFIG_INVALID: eslabon is not built yet.\n  hint: npm run build\n');
  process.exitCode = 2;
}

/** The Node that comes with the repository as the npm package `node`; undefined where it is not installed. */
function repositoryNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['node', 'node.exe'].map((name) => join(folder, 'bin', name)).find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}
