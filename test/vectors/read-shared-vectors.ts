import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/vectors/', import.meta.url);

/**
 * Vectors of third parties by their file name. They lie in `../shared/vectors` relative to the repository; without them
 * nothing can be said, so that the tests fail.
 */
export function readSharedVectors<T>(name: string): T {
  const file = new URL(name, folder);
  if (!existsSync(file)) {
    throw new Error(`${fileURLToPath(file)} is not there: lay the folder “shared” beside this checkout.`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
