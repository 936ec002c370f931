import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Io } from '../../io/io.js';

/** What came of a file before the line broke, beside the file that it is to become. */
export interface PartialFile {
  path: string;
  block: number;
  /** Entity tag of the whole, without quotes. */
  etag: string;
  length: number;
}

export interface PartialName {
  block: number;
  register: boolean;
  etag: string;
}

/** Tags that can stand in a name of a file. */
const safeTag = /^[A-Za-z0-9_-]{8,128}$/;

/** Path for the part of a file that is to become `out`; undefined where it could not be gone on with anyway. */
export function partialPath(io: Io, out: string, { block, register, etag }: PartialName): string | undefined {
  if (!safeTag.test(etag)) return undefined;
  const target = resolve(io.cwd, out);
  return join(dirname(target), `.${basename(target)}.${block}${register ? 'r' : ''}.${etag}.part`);
}

/**
 * The largest part of a file that was to become `out`.
 * @param fits which blocks are wanted; parts that were left longer ago than `maxAgeMs` do not count
 */
export async function findPartial(
  io: Io,
  out: string,
  fits: { register: boolean; block: number | undefined; maxAgeMs: number },
): Promise<PartialFile | undefined> {
  const found: PartialFile[] = [];
  for (const { path, block, register, etag } of await listPartials(io, out)) {
    const about = await stat(path).catch(() => undefined);
    const isFresh = about !== undefined && io.now().getTime() - about.mtimeMs <= fits.maxAgeMs;
    const isWanted = register === fits.register && (fits.block === undefined || fits.block === block);
    if (isFresh && isWanted && about.size > 0) found.push({ path, block, etag, length: about.size });
  }
  return found.sort((a, b) => b.length - a.length)[0];
}

/** Removes whatever parts of `out` there are. */
export async function removePartials(io: Io, out: string): Promise<void> {
  for (const { path } of await listPartials(io, out)) await rm(path, { force: true });
}

async function listPartials(io: Io, out: string): Promise<(PartialName & { path: string })[]> {
  const target = resolve(io.cwd, out);
  const folder = dirname(target);
  const prefix = `.${basename(target)}.`;
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    if (!name.startsWith(prefix)) return [];
    const parts = /^(\d{1,15})(r?)\.([\w-]{8,128})\.part$/.exec(name.slice(prefix.length));
    if (parts === null) return [];
    const [, block, register, etag] = parts as unknown as [string, string, string, string];
    return [{ path: join(folder, name), block: Number(block), register: register === 'r', etag }];
  });
}
