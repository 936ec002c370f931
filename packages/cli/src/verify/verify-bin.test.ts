import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { denyNetwork } from '@eslabon/testkit';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { at, equipBorderPost } from '../testing/border-post.js';

import { inTemporaryFolder } from '../testing/temporary-folder.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const bin = join(root, 'packages', 'cli', 'bin', 'eslabon.mjs');

interface Ran {
  code: number;
  out: string;
  err: string;
}

function spawn(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Runs the built command in a process of its own, at a post without a network. */
async function eslabon(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const preload = join(cwd, 'deny-network.mjs');
  await writeFile(preload, denyNetwork);
  const NODE_OPTIONS = `--import=${pathToFileURL(preload).href}`;
  return spawn(process.execPath, [bin, ...args], cwd, { HOME: cwd, NODE_OPTIONS, ...env });
}

beforeAll(async () => {
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const built = await spawn(tsc, ['-b', 'packages/cli'], root, { PATH: process.env.PATH ?? '' });
  expect(built).toMatchObject({ code: 0, out: '' });
});

const options = ['--bundle', 'pe.eslabon', '--trust', 'trust.json', '--as', 'MX', '--at', at];

describe('the command, with the network denied', () => {
  it('recognises, refuses and cannot run with 0, 1 and 2, and loads nothing that speaks to a network', () =>
    inTemporaryFolder(async (cwd) => {
      await equipBorderPost(cwd);
      const recognised = await eslabon(cwd, ['verify', 'active.jwt', ...options, '--json']);
      expect(recognised).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(recognised.out).verdict).toBe('RECOGNISED');

      const spanish = await eslabon(cwd, ['verify', 'revoked.jwt', ...options], { LANG: 'es_MX.UTF-8' });
      expect(spanish).toMatchObject({ code: 1, err: '' });
      expect(spanish.out).toMatch(/^✖ REVOCAD[AO]: /);

      const withoutTrust = await eslabon(cwd, [
        'verify',
        'active.jwt',
        '--bundle',
        'pe.eslabon',
        '--as',
        'MX',
      ]);
      expect(withoutTrust).toMatchObject({ code: 2, out: '' });
      expect(withoutTrust.err).toMatch(/^error TRUST_NOT_FOUND: .*\n {2}hint: /);
    }));

  it('reads standard input through a pipe', () =>
    inTemporaryFolder(async (cwd) => {
      await equipBorderPost(cwd);
      const command = `"${process.execPath}" "${bin}" verify - ${options.join(' ')} < active.jwt`;
      expect(await spawn('sh', ['-c', command], cwd, { HOME: cwd })).toMatchObject({ code: 0, err: '' });
    }));

  it('is really denied the network and the client', () =>
    inTemporaryFolder(async (cwd) => {
      const args = ['certificate', 'list', '--agent', 'http://127.0.0.1:1', '--key', 'k'];
      const { code, err } = await eslabon(cwd, args);
      expect(code).toBe(2);
      expect(err).toContain('module denied: @eslabon/client');
    }));

  it('ends quietly when its reader has seen enough', () =>
    inTemporaryFolder(async (cwd) => {
      const command = `"${process.execPath}" "${bin}" --help | true`;
      expect(await spawn('sh', ['-c', command], cwd, { HOME: cwd })).toEqual({ code: 0, out: '', err: '' });
    }));
});
