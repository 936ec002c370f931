import { stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import type { Io } from '../io/io.js';

/** The nearest file of a name, from the current folder upwards and then in the home folder; undefined if there is none. */
export async function findUpwards(
  { cwd, home }: Pick<Io, 'cwd' | 'home'>,
  name: string,
): Promise<string | undefined> {
  for (const folder of [...withParents(cwd), home]) {
    const candidate = join(folder, name);
    if (await isFile(candidate)) return candidate;
  }
  return undefined;
}

function withParents(folder: string): string[] {
  const folders = [resolve(folder)];
  const { root } = parse(resolve(folder));
  while (folders.at(-1) !== root) folders.push(dirname(folders.at(-1) as string));
  return folders;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
