import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { denyNetwork } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, equipBorderPost } from '../../packages/cli/src/testing/border-post.js';
import { root } from './graph/workspace.js';

const folder = mkdtempSync(join(tmpdir(), 'eslabon-denied-'));
const script = (name: string) => fileURLToPath(new URL(`denied/${name}`, import.meta.url));

interface Ran {
  code: number;
  out: string;
  err: string;
}

function spawn(file: string, args: string[], cwd = folder): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Runs a script on the built packages in a process of its own that has no network. */
function runDenied(name: string, ...args: string[]): Promise<Ran> {
  const preload = pathToFileURL(join(folder, 'deny-network.mjs')).href;
  return spawn(process.execPath, [`--import=${preload}`, script(name), ...args]);
}

beforeAll(async () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const built = await spawn(process.execPath, [tsc, '-b', 'packages/verifier'], root);
  expect(built).toMatchObject({ code: 0, out: '' });
  writeFileSync(join(folder, 'deny-network.mjs'), denyNetwork);
  await equipBorderPost(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built verifier, with the network denied', () => {
  it.each([
    ['active', 'RECOGNISED'],
    ['suspended', 'SUSPENDED'],
    ['revoked', 'REVOKED'],
    ['altered', 'UNTRUSTED'],
  ])('decides on a certificate that is %s', async (name, verdict) => {
    const ran = await runDenied('decide.mjs', folder, `${name}.jwt`, at);
    expect(ran).toEqual({ code: 0, out: `${verdict}\n`, err: '' });
  });

  it('is really denied every way to a network', async () => {
    const { code, out, err } = await runDenied('reach-out.mjs');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = JSON.parse(out) as Record<string, string>;
    expect(Object.keys(answers)).toHaveLength(8);
    for (const [way, answer] of Object.entries(answers)) {
      expect(`${way}: ${answer}`).toMatch(/: (network|module) denied: /);
    }
  });
});
