import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFolder } from '@eslabon/bundle';

/** A folder of a file system, made when it is not there. Throws what the system throws. */
export async function openFolder(folder: string): Promise<BundleFolder> {
  await mkdir(folder, { recursive: true });
  return {
    list: async () => (await readdir(folder)).sort(),
    async read(name) {
      try {
        return new Uint8Array(await readFile(join(folder, name)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(name, bytes) {
      const temporary = join(folder, `.${name}.${randomUUID()}.tmp`);
      try {
        const handle = await open(temporary, 'wx');
        try {
          await handle.writeFile(bytes);
          // A stick that is pulled out has the old file or the new one.
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, join(folder, name));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}
