import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BundleFolder } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { maxBundleBytes } from '../../files/limits.js';
import { readLimited } from '../../files/read-limited.js';
import { whyNot } from '../../files/why-not.js';
import { writeAtomically } from '../../files/write-atomically.js';
import type { Io } from '../../io/io.js';

/**
 * A folder of this computer, made when it is not there.
 * @throws EslabonError FILE_UNWRITABLE, FILE_UNREADABLE
 */
export async function openFolder(io: Io, path: string): Promise<BundleFolder> {
  const folder = resolve(io.cwd, path);
  const refuse = (what: string) => (cause: unknown) => {
    throw new EslabonError('FILE_UNWRITABLE', `${what}: ${whyNot(cause)}.`, {
      cause,
      hints: ['Is the stick in its place, and may you write to it?'],
    });
  };
  await mkdir(folder, { recursive: true }).catch(refuse(`The folder “${path}” cannot be made`));
  const list = async (): Promise<string[]> => (await readdir(folder)).sort();
  return {
    list,
    async read(name) {
      if (!(await list()).includes(name)) return undefined;
      return readLimited(io, join(folder, name), { maxBytes: maxBundleBytes, what: 'file' });
    },
    write: (name, bytes) => writeAtomically(io, join(folder, name), bytes),
    remove: (name) =>
      rm(join(folder, name), { force: true }).catch(refuse(`“${name}” in “${path}” cannot be removed`)),
  };
}
