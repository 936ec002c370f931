import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './compose-file.js';

const script = join(root, 'scripts', 'compose', 'make-network.mjs');

/** Makes a network in `<folder>/.eslabon/compose`, as docker-compose.yml names it. Gives that folder. */
export async function makeNetwork(folder: string, ...options: string[]): Promise<string> {
  const out = join(folder, '.eslabon', 'compose');
  await promisify(execFile)(process.execPath, [script, '--out', out, ...options]);
  return out;
}

/** Variables of an `.env` file. */
export function readEnvironment(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}
