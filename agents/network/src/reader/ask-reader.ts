import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TrustAnchor } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';

/** A bundle, and what a border post opens it with. */
export interface ReaderTask {
  file: Uint8Array;
  trust: TrustAnchor;
  attestor: Country;
  /** Unix seconds. */
  now: number;
}

/**
 * Has a program of this folder open a bundle in a process of its own, where nothing else is in memory or has warmed up.
 * @returns what it printed, as JSON
 */
export async function askReader<T>(program: string, task: ReaderTask): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-reader-'));
  try {
    const { file, trust, attestor, now } = task;
    writeFileSync(join(folder, 'bundle'), file);
    writeFileSync(join(folder, 'task.json'), JSON.stringify({ trust, attestor, now }));
    const script = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, folder]);
    return JSON.parse(stdout) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
