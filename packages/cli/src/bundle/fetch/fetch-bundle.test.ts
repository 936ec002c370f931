import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { captureIo } from '../testing/capture-io.js';
import { type Answer, type HttpServer, serveHttp } from '../testing/serve-http.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

/** Fetches over an old file and tells what the folder holds afterwards. */
async function fetchOver(answer: Answer, args: readonly string[] = []) {
  const agent = await serveHttp(() => answer);
  server = agent;
  return inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, 'pe.eslabon'), 'old');
    const io = captureIo({ cwd, env: { ESLABON_AGENT: agent.url, ESLABON_KEY: 'k' } });
    const code = await run(['bundle', 'fetch', '--out', 'pe.eslabon', ...args], io);
    const file = await readFile(join(cwd, 'pe.eslabon'));
    return { code, file, names: await readdir(cwd), out: io.out(), err: io.err(), seen: agent.seen };
  });
}

const bytes = new Uint8Array([0x45, 0x53, 0x4c, 0x42, 1, 1, 0, 0xff]);

describe('bundle fetch', () => {
  it('replaces the old file with the bytes of the agent', async () => {
    const { code, file, names, out, seen } = await fetchOver({ body: bytes });
    expect(code).toBe(0);
    expect(new Uint8Array(file)).toEqual(bytes);
    expect(names).toEqual(['pe.eslabon']);
    expect(out).toContain('pe.eslabon: 8 bytes. Not checked yet');
    expect(seen[0]?.path).toBe('/v1/bundles/latest');
  });

  it('asks for a past block', async () => {
    expect((await fetchOver({ body: bytes }, ['--block', '1042'])).seen[0]?.path).toBe('/v1/bundles/1042');
    await server?.close();
    const bad = await fetchOver({ body: bytes }, ['--block', '-1']);
    expect({ code: bad.code, seen: bad.seen }).toEqual({ code: 2, seen: [] });
  });

  it.each([
    ['the agent refuses', { status: 503, body: 'down' }, 'UNAVAILABLE'],
    ['the answer is no bundle', { body: '<html>Welcome</html>' }, 'BUNDLE_MALFORMED'],
    ['the answer is empty', { body: new Uint8Array() }, 'BUNDLE_MALFORMED'],
  ])('keeps the old file when %s', async (_, answer, error) => {
    const { code, file, names, err } = await fetchOver(answer);
    expect(code).toBe(2);
    expect(file.toString()).toBe('old');
    expect(names).toEqual(['pe.eslabon']);
    expect(err).toContain(`error ${error}:`);
  });
});
