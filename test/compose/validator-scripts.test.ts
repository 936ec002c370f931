import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root, serviceOf } from './compose-file.js';
import { makeNetwork, readEnvironment } from './make-network.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let out: string;

beforeAll(async () => {
  out = await makeNetwork(folder.path);
});

afterAll(() => folder.remove());

function run(script: string, args: readonly string[], env: Record<string, string>) {
  const path = join(root, 'docker/validator', script);
  const PATH = `${join(folder.path, 'bin')}:${process.env.PATH}`;
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(path, [...args], { env: { PATH, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: stdout, err: stderr });
    });
  });
}

/** A program named besu that tells with what it was started. */
function placeBesu(): string {
  const tmp = join(folder.path, 'tmp');
  for (const name of ['bin', 'tmp']) mkdirSync(join(folder.path, name), { recursive: true });
  const script = '#!/bin/sh\nprintf "key in environment: %s\\n" "$ESLABON_NODE_KEY"\nprintf "%s\\n" "$@"\n';
  writeFileSync(join(folder.path, 'bin', 'besu'), script, { mode: 0o755 });
  return tmp;
}

describe('docker/validator/start.sh', () => {
  it('gives Besu its key in a file of its own, and the command of docker-compose.yml', async () => {
    const TMPDIR = placeBesu();
    const environment = readEnvironment(join(out, 'validator-3.env'));
    const command = serviceOf('validator-3').command ?? [];
    const started = await run('start.sh', command, { TMPDIR, ...environment });
    const keyFile = join(TMPDIR, 'node.key');
    const lines = ['key in environment: ', `--node-private-key-file=${keyFile}`, ...command, ''];
    expect(started).toEqual({ code: 0, out: lines.join('\n'), err: '' });
    expect(readFileSync(keyFile, 'utf8')).toBe(environment.ESLABON_NODE_KEY);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no key', {}],
    ['a key that is none', { ESLABON_NODE_KEY: '0xQQ' }],
  ])('does not start Besu with %s, and does not repeat it', async (_what, env) => {
    const started = await run('start.sh', [], { TMPDIR: placeBesu(), ...(env as Record<string, string>) });
    expect(started).toMatchObject({ code: 2, out: '', err: expect.stringContaining('compose:network') });
    expect(started.err).not.toContain('QQ');
  });
});

describe('docker/validator/healthy.sh', () => {
  const asked: string[] = [];
  let server: Server;

  const answerWith = async (status: number) => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return String((server.address() as AddressInfo).port);
  };
  const close = () => new Promise((resolve) => server.close(resolve));

  it('takes a node for healthy when it is in sync with two others, and for nothing else', async () => {
    const ready = await answerWith(200);
    expect((await run('healthy.sh', [ready], {})).code).toBe(0);
    await close();
    expect(asked).toEqual(['/readiness?minPeers=2&maxBlocksBehind=10']);
    const behind = await answerWith(503);
    expect((await run('healthy.sh', [behind], {})).code).not.toBe(0);
    await close();
    expect((await run('healthy.sh', [behind], {})).code).not.toBe(0);
  });
});
