import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EslabonError } from '@eslabon/core';
import type { Io } from '../io/io.js';
import { whyNot } from './why-not.js';

/**
 * Writes a file so that its name always stands for a whole file: the old one until the new one is on the disk.
 * @throws EslabonError FILE_UNWRITABLE; the old file is then untouched and nothing is left behind.
 */
export async function writeAtomically(io: Io, file: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(io.cwd, file);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new EslabonError('FILE_UNWRITABLE', `“${file}” cannot be written: ${whyNot(cause)}.`, {
      cause,
      hints: ['Does the folder exist, and may you write to it?'],
    });
  }
}
