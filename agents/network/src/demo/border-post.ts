import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Verdict } from '@eslabon/core';
import { denyNetwork } from '@eslabon/testkit';

/** A border post: files in a folder, and the command `eslabon verify` in a process that cannot open any socket. */
export interface BorderPost {
  folder: string;
  keep(name: string, content: string | Uint8Array): void;
  /** Asks for a verdict as Mexico. Names are of files kept before; `at` is an ISO instant, now when absent. */
  decide(credential: string, bundle: string, at?: string): Promise<Verdict>;
}

const command = join(
  dirname(createRequire(import.meta.url).resolve('@eslabon/cli/package.json')),
  'bin',
  'eslabon.mjs',
);

export function openBorderPost(folder: string, trust: string): BorderPost {
  mkdirSync(folder, { recursive: true });
  const preload = join(folder, 'deny-network.mjs');
  writeFileSync(preload, denyNetwork);
  return {
    folder,
    keep: (name, content) => writeFileSync(join(folder, name), content),
    decide: (credential, bundle, at) => {
      const args = ['verify', credential, '--bundle', bundle, '--as', 'MX', '--trust', trust, '--json'];
      if (at !== undefined) args.push('--at', at);
      return new Promise((resolve, reject) => {
        execFile(
          process.execPath,
          [`--import=${pathToFileURL(preload).href}`, command, ...args],
          { cwd: folder },
          (error, stdout, stderr) => {
            // Exit code 1 is a verdict other than RECOGNISED.
            if (error !== null && error.code !== 1)
              reject(new Error(`eslabon verify could not run: ${stderr}`));
            else resolve(JSON.parse(stdout) as Verdict);
          },
        );
      });
    },
  };
}
