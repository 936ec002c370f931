import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleDigest, makeDelta } from '@eslabon/bundle';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { at, borderPostBundle, equipBorderPost, registerEntry } from '../../testing/border-post.js';
import { captureIo } from '../../testing/capture-io.js';
import { type Answer, type HttpServer, type SeenRequest, serveHttp } from '../../testing/serve-http.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const etagOf = (bytes: Uint8Array) => sha256(bytes).toString('hex');

/** Two bundles that hold at the border post, and differ in their registers. */
let one: Uint8Array;
let two: Uint8Array;
beforeAll(async () => {
  one = await borderPostBundle();
  two = await borderPostBundle([await registerEntry()]);
});

interface Post {
  args?: readonly string[];
  /** Files of the folder; `pe.eslabon` is “old” when it is not named. */
  files?: Record<string, Uint8Array | string | null>;
  trust?: boolean;
}

/** A failing test should not print thousands of bytes. */
function nameOf(file: Uint8Array | undefined): string {
  if (file === undefined) return 'nothing';
  if (etagOf(file) === etagOf(one)) return 'one';
  return etagOf(file) === etagOf(two) ? 'two' : new TextDecoder('latin1').decode(file.subarray(0, 20));
}

type Handle = Parameters<typeof serveHttp>[0];

/** Runs `bundle fetch --out pe.eslabon` once for each agent, and tells what the folder holds afterwards. */
async function fetchFrom(
  handles: Handle | readonly Handle[],
  { args = [], files = {}, trust = false }: Post = {},
) {
  return inTemporaryFolder(async (cwd) => {
    if (trust) await equipBorderPost(cwd);
    for (const [name, bytes] of Object.entries({ 'pe.eslabon': 'old', ...files })) {
      if (bytes !== null) await writeFile(join(cwd, name), bytes);
    }
    const seen: SeenRequest[] = [];
    const runs: { code: number; out: string; err: string }[] = [];
    for (const handle of [handles].flat()) {
      const agent = await serveHttp(handle);
      server = agent;
      const env = {
        ESLABON_AGENT: agent.url,
        ESLABON_KEY: 'k',
        ...(trust ? { ESLABON_TRUST: 'trust.json' } : {}),
      };
      const now = trust ? () => new Date(at) : () => new Date();
      const io = captureIo({ cwd, env, now, sleep: async () => undefined });
      const code = await run(
        ['bundle', 'fetch', '--out', 'pe.eslabon', ...(trust ? ['--as', 'MX'] : []), ...args],
        io,
      );
      seen.push(...agent.seen);
      runs.push({ code, out: io.out(), err: io.err() });
      await agent.close();
    }
    const file = await readFile(join(cwd, 'pe.eslabon')).catch(() => undefined);
    const names = await readdir(cwd);
    return { ...(runs.at(-1) as (typeof runs)[number]), runs, file: nameOf(file), names, seen };
  });
}

/** How an agent describes a file. */
const headersOf = (bytes: Uint8Array, block = 1234) => ({
  etag: `"${etagOf(bytes)}"`,
  'content-location': `/v1/bundles/${block}?trust=attested`,
  'repr-digest': `sha-256=:${sha256(bytes).toString('base64')}:`,
});

/** An agent with one bundle, that gives parts of it. */
const agentWith =
  (bytes: Uint8Array, change: (request: SeenRequest) => Answer | undefined = () => undefined): Handle =>
  (request) => {
    const changed = change(request);
    if (changed !== undefined) return changed;
    const headers = headersOf(bytes);
    if (request.headers['if-none-match'] === headers.etag) return { status: 304, body: '', headers };
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from === 0 || request.headers['if-range'] !== headers.etag) return { body: bytes, headers };
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    return { status: 206, body: bytes.subarray(from), headers: { ...headers, 'content-range': range } };
  };

const problem = (status: number, code: string): Answer => ({
  status,
  type: 'application/problem+json',
  body: { type: `urn:eslabon:problem:${code}`, title: `It is ${code}.`, status, code },
});

describe('bundle fetch', () => {
  it('replaces the old file with the bytes of the agent', async () => {
    const { code, file, names, out, seen } = await fetchFrom(agentWith(one));
    expect({ code, file, names }).toEqual({ code: 0, file: 'one', names: ['pe.eslabon'] });
    expect(out).toContain(`pe.eslabon: ${one.length} bytes. Not checked yet`);
    expect(seen.map(({ method, path }) => [method, path])).toEqual([['GET', '/v1/bundles/latest']]);
  });

  it.each([
    ['a past block', ['--block', '1042'], '/v1/bundles/1042'],
    ['a day', ['--at', '2026-05-03'], '/v1/bundles/as-of?at=2026-05-03T12%3A00%3A00.000Z'],
    ['the register', ['--register'], '/v1/bundles/latest?register=true'],
    ['seals', ['--mode', 'sealed'], '/v1/bundles/latest?trust=sealed'],
    ['a past block with the register', ['--block', '7', '--register'], '/v1/bundles/7?register=true'],
  ])('asks for %s', async (_, args, path) => {
    const { code, seen } = await fetchFrom(agentWith(one), { args });
    expect([code, seen[0]?.path]).toEqual([0, path]);
  });

  it.each([
    ['a block that is none', ['--block', '-1'], 'INPUT_INVALID'],
    ['a time that is none', ['--at', 'noon'], 'DATE_INVALID'],
    ['two questions at once', ['--block', '7', '--at', '2026-05-03'], 'INPUT_INVALID'],
    ['a delta to a past block', ['--block', '7', '--base', 'pe.eslabon'], 'INPUT_INVALID'],
    ['a trust anchor that is not there', ['--trust', 'nowhere.json'], 'FILE_UNREADABLE'],
  ])('does not ask for %s', async (_, args, error) => {
    const { code, seen, err, file } = await fetchFrom(agentWith(one), { args });
    expect({ code, seen: seen.length, file }).toEqual({
      code: 2,
      seen: 0,
      file: 'old',
    });
    expect(err).toContain(`error ${error}:`);
  });

  it.each([
    ['the agent refuses', { status: 503, body: 'down' }, 'UNAVAILABLE'],
    ['the key may not', problem(403, 'PERMISSION_DENIED'), 'PERMISSION_DENIED'],
    ['the answer is no bundle', { body: '<html>Welcome</html>' }, 'BUNDLE_MALFORMED'],
    ['the answer is empty', { body: new Uint8Array() }, 'BUNDLE_MALFORMED'],
    ['the answer is too large', { body: new Uint8Array(17 << 20) }, 'BUNDLE_TOO_LARGE'],
    [
      'the answer is too large to be true',
      { body: new Uint8Array(17 << 20), headers: headersOf(new Uint8Array(1)) },
      'BUNDLE_TOO_LARGE',
    ],
  ])('keeps the old file when %s', async (_, answer, error) => {
    const { code, file, names, err } = await fetchFrom(() => answer);
    expect({ code, file }).toEqual({ code: 2, file: 'old' });
    expect(names.filter((name) => !name.endsWith('.part'))).toEqual(['pe.eslabon']);
    expect(err).toContain(`error ${error}:`);
  });
});

describe('bundle fetch, over a bad line', () => {
  /** Breaks after some more bytes each time, until the rest comes. */
  const breaking = (bytes: Uint8Array, times: number) => {
    let left = times;
    return agentWith(bytes, (request) => {
      if (left-- <= 0) return undefined;
      const answer = agentWith(bytes)(request) as Answer;
      return { ...answer, breakAfter: 100 };
    });
  };

  it('goes on where the line broke, again and again', async () => {
    const { code, file, names, seen, err } = await fetchFrom(breaking(one, 3));
    expect({ code, file, names }).toEqual({ code: 0, file: 'one', names: ['pe.eslabon'] });
    expect(seen.map(({ path, headers }) => [path, headers.range])).toEqual([
      ['/v1/bundles/latest', undefined],
      ['/v1/bundles/1234', 'bytes=100-'],
      ['/v1/bundles/1234', 'bytes=200-'],
      ['/v1/bundles/1234', 'bytes=300-'],
    ]);
    expect(err).toContain('the line broke; going on after 100 bytes');
  });

  it('gives up where no byte comes any more, and the next run goes on', async () => {
    let asked = 0;
    const dying: Handle = (request) => {
      asked += 1;
      return asked === 1
        ? { ...(agentWith(one)(request) as Answer), breakAfter: 700 }
        : { status: 502, body: 'gone' };
    };
    const { runs, file, names, seen } = await fetchFrom([dying, agentWith(one)]);
    expect(runs.map(({ code }) => code)).toEqual([2, 0]);
    expect(runs[0]?.err).toContain('error UNAVAILABLE:');
    expect({ file, names }).toEqual({ file: 'one', names: ['pe.eslabon'] });
    expect(seen.at(-1)?.headers).toMatchObject({ range: 'bytes=700-', 'if-range': `"${etagOf(one)}"` });
  });

  it('starts anew where the agent has another file by now', async () => {
    let asked = 0;
    const changing: Handle = (request) => {
      asked += 1;
      return asked === 1
        ? { ...(agentWith(two)(request) as Answer), breakAfter: 700 }
        : agentWith(one)(request);
    };
    const { code, file, names } = await fetchFrom(changing);
    expect({ code, file, names }).toEqual({ code: 0, file: 'one', names: ['pe.eslabon'] });
  });

  it('asks for the newest again where the agent does not have the block any more', async () => {
    let asked = 0;
    const forgetful: Handle = (request) => {
      asked += 1;
      if (asked === 1) return { ...(agentWith(two)(request) as Answer), breakAfter: 700 };
      return request.path === '/v1/bundles/1234'
        ? problem(404, 'CHAIN_BLOCK_UNKNOWN')
        : agentWith(one)(request);
    };
    const { code, file, seen } = await fetchFrom(forgetful);
    expect({ code, file }).toEqual({ code: 0, file: 'one' });
    expect(seen.map(({ path }) => path)).toEqual([
      '/v1/bundles/latest',
      '/v1/bundles/1234',
      '/v1/bundles/latest',
    ]);
  });

  it.each([
    ['another block', '7'],
    ['a register', '1234r'],
  ])('does not go on with a part of %s', async (_, name) => {
    const part = `.pe.eslabon.${name}.${etagOf(one)}.part`;
    const args = ['--block', '1234'];
    const { code, file, seen } = await fetchFrom(agentWith(one), {
      args,
      files: { [part]: one.subarray(0, 50) },
    });
    expect({ code, file, range: seen[0]?.headers.range }).toEqual({ code: 0, file: 'one', range: undefined });
  });

  it('keeps nothing of what was damaged on the way, or on the disk', async () => {
    const spoilt = Uint8Array.from(one, (byte, i) => (i === 500 ? byte ^ 1 : byte));
    const damaged = await fetchFrom(() => ({ body: spoilt, headers: headersOf(one) }));
    expect({ code: damaged.code, names: damaged.names }).toEqual({ code: 2, names: ['pe.eslabon'] });
    expect(damaged.err).toContain('error UNAVAILABLE: What came is not what the agent sent');
    const part = `.pe.eslabon.1234.${etagOf(one)}.part`;
    const again = await fetchFrom(agentWith(one), { files: { [part]: spoilt.subarray(0, 600) } });
    expect({ code: again.code, names: again.names }).toEqual({ code: 2, names: ['pe.eslabon'] });
  });

  it('does without a tag, a place or a digest', async () => {
    const { code, file, names } = await fetchFrom(() => ({ body: one }));
    expect({ code, file, names }).toEqual({ code: 0, file: 'one', names: ['pe.eslabon'] });
  });
});

describe('bundle fetch, from a base', () => {
  const args = ['--base', 'pe.eslabon'];

  it('fetches nothing where the base is the newest', async () => {
    const { code, out, seen, file } = await fetchFrom(agentWith(one), { args, files: { 'pe.eslabon': one } });
    expect({ code, file }).toEqual({ code: 0, file: 'one' });
    expect(out).toBe('Nothing new: pe.eslabon is the newest bundle.\n');
    expect(seen.map(({ method, headers }) => [method, headers['if-none-match']])).toEqual([
      ['HEAD', `"${etagOf(one)}"`],
    ]);
  });

  it('copies a base that is the newest to another file', async () => {
    const files = { 'base.eslabon': one };
    const { code, file } = await fetchFrom(agentWith(one), { args: ['--base', 'base.eslabon'], files });
    expect({ code, file }).toEqual({ code: 0, file: 'one' });
  });

  const withDelta = (delta: Uint8Array | Answer): Handle =>
    agentWith(two, ({ path }) =>
      path.startsWith('/v1/bundles/delta')
        ? delta instanceof Uint8Array
          ? { body: delta }
          : delta
        : undefined,
    );

  it('fetches what changed', async () => {
    const delta = makeDelta(one, two);
    const { code, file, seen, err } = await fetchFrom(withDelta(delta), {
      args,
      files: { 'pe.eslabon': one },
    });
    expect({ code, file }).toEqual({ code: 0, file: 'two' });
    expect(seen.at(-1)?.path).toBe(`/v1/bundles/delta?base=${bundleDigest(one)}`);
    expect(err).toContain(`fetched a delta of ${delta.length} bytes`);
  });

  it('tells the block of a base that holds, so that the agent can make it again', async () => {
    const handle = withDelta(makeDelta(one, two));
    const { code, seen, out } = await fetchFrom(handle, { args, files: { 'pe.eslabon': one }, trust: true });
    expect(code).toBe(0);
    expect(seen.at(-1)?.path).toBe(`/v1/bundles/delta?base=${bundleDigest(one)}&block=1234`);
    expect(out).toContain('It holds, as of block 1234, 10 minutes ago.');
  });

  it.each([
    ['the agent does not have it any more', problem(404, 'DELTA_BASE_UNKNOWN'), 'DELTA_BASE_UNKNOWN'],
    ['the delta is for another', () => makeDelta(two, one), 'DELTA_BASE'],
    ['the delta is none', { body: 'ESLB' }, 'DELTA_MALFORMED'],
  ])('fetches everything where %s', async (_, delta, why) => {
    const handle = withDelta(typeof delta === 'function' ? delta() : delta);
    const { code, file, seen, err } = await fetchFrom(handle, { args, files: { 'pe.eslabon': one } });
    expect({ code, file, path: seen.at(-1)?.path }).toEqual({
      code: 0,
      file: 'two',
      path: '/v1/bundles/latest',
    });
    expect(err).toContain(`no delta (${why})`);
  });

  it.each([
    ['is not there', null, 'FILE_UNREADABLE'],
    ['is no bundle', 'old', 'BUNDLE_MALFORMED'],
  ])('fetches everything where the base %s', async (_, base, why) => {
    const { code, file, err } = await fetchFrom(agentWith(two), { args, files: { 'pe.eslabon': base } });
    expect({ code, file }).toEqual({ code: 0, file: 'two' });
    expect(err).toContain(`pe.eslabon is no base (${why})`);
  });

  it('says why where the agent refuses', async () => {
    const { code, err } = await fetchFrom(() => problem(403, 'PERMISSION_DENIED'), {
      args,
      files: { 'pe.eslabon': one },
    });
    expect(code).toBe(2);
    expect(err).toContain('error PERMISSION_DENIED:');
  });
});

describe('bundle fetch, with a trust anchor', () => {
  it('says that the new bundle holds', async () => {
    const { code, out } = await fetchFrom(agentWith(two), { trust: true });
    expect(code).toBe(0);
    expect(out).toBe(`pe.eslabon: ${two.length} bytes. It holds, as of block 1234, 10 minutes ago.\n`);
  });

  it('keeps the bundle of before where the new one does not hold', async () => {
    const forged = Uint8Array.from(two, (byte, i) => (i === 900 ? byte ^ 1 : byte));
    const { code, file, err, names } = await fetchFrom(agentWith(forged), {
      trust: true,
      files: { 'pe.eslabon': one },
    });
    expect({ code, file }).toEqual({ code: 2, file: 'one' });
    expect(err).toContain('error BUNDLE_MALFORMED:');
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('asks whose attestations count where that is not clear and a proof was asked for', async () => {
    const { code, err, seen } = await fetchFrom(agentWith(one), { trust: true, args: ['--as', 'xx1'] });
    expect({ code, seen: seen.length }).toEqual({ code: 2, seen: 0 });
    expect(err).toContain('error INPUT_INVALID:');
  });
});
