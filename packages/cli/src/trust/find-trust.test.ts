import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { captureIo } from '../testing/capture-io.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { findTrust } from './find-trust.js';

async function anchorIn(folder: string): Promise<string> {
  await mkdir(join(folder, '.eslabon'), { recursive: true });
  const path = join(folder, '.eslabon', 'trust.json');
  await writeFile(path, '{}');
  return path;
}

describe('findTrust', () => {
  it('prefers the option, then the environment, then the nearest folder, then home', () =>
    inTemporaryFolder(async (root) => {
      const cwd = join(root, 'a', 'b', 'c');
      const home = join(root, 'home');
      await mkdir(cwd, { recursive: true });
      const atHome = await anchorIn(home);
      expect(await findTrust(captureIo({ cwd, home }), undefined)).toBe(atHome);
      const above = await anchorIn(join(root, 'a'));
      expect(await findTrust(captureIo({ cwd, home }), undefined)).toBe(above);
      const here = await anchorIn(cwd);
      expect(await findTrust(captureIo({ cwd, home }), undefined)).toBe(here);
      const env = { ESLABON_TRUST: 'env.json' };
      expect(await findTrust(captureIo({ cwd, home, env }), undefined)).toBe(join(cwd, 'env.json'));
      expect(await findTrust(captureIo({ cwd, home, env }), 'option.json')).toBe(join(cwd, 'option.json'));
    }));

  it('does not take a folder for a trust anchor, and says so when there is none', () =>
    inTemporaryFolder(async (root) => {
      await mkdir(join(root, '.eslabon', 'trust.json'), { recursive: true });
      await expect(findTrust(captureIo({ cwd: root, home: root }), undefined)).rejects.toMatchObject({
        code: 'TRUST_NOT_FOUND',
        hints: [expect.stringContaining('--trust'), expect.anything()],
      });
    }));
});
