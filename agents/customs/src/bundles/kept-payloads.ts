import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hash } from '@eslabon/core';
import type { Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/create-log.js';

/** Bundle files that somebody may have, by digest: what deltas are made from. */
export interface KeptPayloads {
  /** Keeps a file as the one used last. A disk that refuses costs a later delta, and nothing else. */
  keep(digest: Hash, file: Uint8Array): Promise<void>;
  find(digest: Hash): Promise<Uint8Array | undefined>;
}

export interface KeptLimits {
  files: number;
  bytes: number;
}

const fileName = /^0x[0-9a-f]{64}$/;

/**
 * Keeps files in a folder of the agent's data, so that posts get deltas after a restart too: a bundle that one authority
 * attested cannot be made again, as no two of its signatures are the same. Those not used for longest go first.
 */
export function keepPayloads(
  folder: string,
  limits: KeptLimits,
  { clock, log }: { clock: Clock; log: Pick<Log, 'warn'> },
): KeptPayloads {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A Map iterates in the order of insertion: the first is the one not used for longest.
  const sizes = readSizes(folder);
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const pathOf = (digest: string): string => join(folder, digest);

  const touch = async (digest: Hash, size: number): Promise<void> => {
    total += size - (sizes.get(digest) ?? 0);
    sizes.delete(digest);
    sizes.set(digest, size);
    for (const [oldest, its] of sizes) {
      if (sizes.size <= limits.files && total <= limits.bytes) return;
      sizes.delete(oldest);
      total -= its;
      await rm(pathOf(oldest), { force: true });
    }
  };
  const use = async (digest: Hash): Promise<void> => {
    const now = clock();
    await utimes(pathOf(digest), now, now);
  };

  return {
    async keep(digest, file) {
      try {
        if (!sizes.has(digest)) await write(pathOf(digest), file);
        await touch(digest, file.length);
        if (sizes.has(digest)) await use(digest);
      } catch (error) {
        log.warn({ err: error, digest }, 'cannot keep a bundle to make deltas from');
      }
    },
    async find(digest) {
      const size = sizes.get(digest);
      if (size === undefined) return undefined;
      try {
        const file = new Uint8Array(await readFile(pathOf(digest)));
        await touch(digest, size);
        await use(digest);
        return file;
      } catch (error) {
        log.warn({ err: error, digest }, 'a bundle to make deltas from is gone');
        return undefined;
      }
    },
  };
}

/** Sizes of the files that an earlier process left, those not used for longest first; other files there are litter. */
function readSizes(folder: string): Map<string, number> {
  const found = [];
  for (const name of readdirSync(folder)) {
    if (!fileName.test(name)) rmSync(join(folder, name), { force: true, recursive: true });
    else found.push({ name, ...statSync(join(folder, name)) });
  }
  found.sort((a, b) => a.mtimeMs - b.mtimeMs);
  return new Map(found.map(({ name, size }) => [name, size]));
}

/** Its name never stands for a part of it. */
async function write(path: string, file: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, file, { mode: 0o600, flag: 'wx' });
  await rename(temporary, path);
}
