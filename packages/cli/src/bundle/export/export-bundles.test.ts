import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyDelta, type FolderIndex } from '@eslabon/bundle';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { at, borderPostBundle, equipBorderPost, registerEntry } from '../../testing/border-post.js';
import { captureIo } from '../../testing/capture-io.js';
import { type Answer, type HttpServer, serveHttp } from '../../testing/serve-http.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

let one: Uint8Array;
let two: Uint8Array;
beforeAll(async () => {
  one = await borderPostBundle();
  two = await borderPostBundle([await registerEntry()]);
});

interface Post {
  cwd: string;
  export(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  index(): Promise<FolderIndex>;
  names(): Promise<string[]>;
}

/** An office of Mexico with the bundles `one` and `two`, and perhaps an agent. */
function atOffice(use: (post: Post) => Promise<void>, answer?: Answer): Promise<void> {
  return inTemporaryFolder(async (cwd) => {
    await equipBorderPost(cwd);
    await writeFile(join(cwd, 'one'), one);
    await writeFile(join(cwd, 'two'), two);
    const agent = answer === undefined ? undefined : await serveHttp(() => answer);
    server = agent;
    const env = {
      ESLABON_TRUST: 'trust.json',
      ...(agent === undefined ? {} : { ESLABON_AGENT: agent.url, ESLABON_KEY: 'k' }),
    };
    await use({
      cwd,
      async export(...args) {
        const io = captureIo({ cwd, home: cwd, env, now: () => new Date(at) });
        const code = await run(['bundle', 'export', '--to', 'stick', ...args], io);
        return { code, out: io.out(), err: io.err() };
      },
      index: async () => JSON.parse(await readFile(join(cwd, 'stick', 'index.json'), 'utf8')),
      names: () => readdir(join(cwd, 'stick')),
    });
  });
}

describe('bundle export', () => {
  it('fills a folder with what a post needs', () =>
    atOffice(async ({ cwd, export: put, index, names }) => {
      const first = await put('one', '--as', 'MX');
      expect(first).toMatchObject({ code: 0, err: '' });
      const second = await put('two', '--as', 'MX');
      expect(second.code).toBe(0);
      const { bundles, deltas } = await index();
      const [newest, before] = bundles;
      expect(second.out).toBe(
        `stick: ${newest?.file}, ${two.length} bytes.\n1 delta leads to it; 0 old files removed.\n`,
      );
      expect(newest).toMatchObject({ block: 1234, trust: 'attested', register: 1, bytes: two.length });
      const read = async (name = '') => new Uint8Array(await readFile(join(cwd, 'stick', name)));
      expect(await read(newest?.file)).toEqual(two);
      expect(applyDelta(await read(before?.file), await read(deltas[0]?.file))).toEqual(two);
      expect((await names()).sort()).toEqual(
        [newest?.file, before?.file, deltas[0]?.file, 'LEEME-README.txt', 'index.json'].sort(),
      );
      expect(newest?.file).toMatch(/^mx-1234-[0-9a-f]{8}\.eslabon$/);
      const text = await readFile(join(cwd, 'stick', 'LEEME-README.txt'), 'utf8');
      for (const heading of ['ESPAÑOL', 'PORTUGUÊS', 'ENGLISH']) expect(text).toContain(`${heading}\r\n`);
    }));

  it('says that the folder has it already', () =>
    atOffice(async ({ export: put }) => {
      await put('one', '--as', 'MX');
      const { code, out } = await put('one', '--as', 'MX', '--lang', 'es');
      expect({ code, out }).toEqual({ code: 0, out: 'stick ya tiene este paquete (bloque 1234).\n' });
    }));

  it('takes several at once, and prints the index', () =>
    atOffice(async ({ export: put, index }) => {
      const { code, out } = await put('one', 'two', '--as', 'MX', '--prefix', 'aduana-mx', '--json');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual(await index());
      expect((await index()).bundles.map(({ file }) => file.startsWith('aduana-mx-1234-'))).toEqual([
        true,
        true,
      ]);
    }));

  it('keeps as many as it is told to', () =>
    atOffice(async ({ export: put, names }) => {
      await put('one', '--as', 'MX');
      const { out } = await put('two', '--as', 'MX', '--keep', '1');
      expect(out).toContain('0 deltas lead to it; 1 old files removed.');
      expect(await names()).toHaveLength(3);
    }));

  it('takes the newest of the agent, with the register where it is asked for', async () => {
    await atOffice(
      async ({ export: put, index }) => {
        expect((await put('--as', 'MX', '--register')).code).toBe(0);
        expect((await index()).bundles[0]).toMatchObject({ register: 1 });
        expect(server?.seen.map(({ path }) => path)).toEqual(['/v1/bundles/latest?register=true']);
      },
      { body: two },
    );
  });

  it.each([
    ['what does not hold', ['one', '--as', 'PE'], 'BUNDLE_ATTESTOR_UNKNOWN'],
    ['one that does not hold among others', ['one', 'trust.json', '--as', 'MX'], 'BUNDLE_MALFORMED'],
    ['a file that is not there', ['three', '--as', 'MX'], 'FILE_UNREADABLE'],
    ['what nobody can prove', ['one', '--as', 'MX', '--trust', 'nowhere'], 'FILE_UNREADABLE'],
    ['a register of a file', ['one', '--as', 'MX', '--register'], 'INPUT_INVALID'],
    ['another kind of a file', ['one', '--as', 'MX', '--mode', 'sealed'], 'INPUT_INVALID'],
    ['an unknown kind', ['--as', 'MX', '--mode', 'both'], 'INPUT_INVALID'],
    ['no bundle and no agent', ['--as', 'MX'], 'CONFIG_INVALID'],
    ['no bundle to keep', ['one', '--as', 'MX', '--keep', '0'], 'INPUT_INVALID'],
    ['too many to keep', ['one', '--as', 'MX', '--keep', '101'], 'INPUT_INVALID'],
    ['a name with a path', ['one', '--as', 'MX', '--prefix', '../pe'], 'INPUT_INVALID'],
  ])('does not touch the folder for %s', (_, args, error) =>
    atOffice(async ({ cwd, export: put }) => {
      const { code, err } = await put(...args);
      expect(code).toBe(2);
      expect(err).toContain(`error ${error}:`);
      expect(await readdir(cwd)).not.toContain('stick');
    }),
  );

  it.each([
    ['the agent refuses', { status: 503, body: 'down' }, 'UNAVAILABLE'],
    ['the agent is none', { body: '<html>' }, 'BUNDLE_MALFORMED'],
  ])('leaves the folder as it is where %s', (_, answer, error) =>
    atOffice(async ({ export: put, names }) => {
      await put('one', '--as', 'MX');
      const before = await names();
      const { code, err } = await put('--as', 'MX');
      expect(code).toBe(2);
      expect(err).toContain(`error ${error}:`);
      expect(await names()).toEqual(before);
    }, answer),
  );

  it('does not touch a folder that belongs to something else', () =>
    atOffice(async ({ cwd, export: put, names }) => {
      await mkdir(join(cwd, 'stick'));
      await writeFile(join(cwd, 'stick', 'index.json'), '{"name":"photos"}');
      const { code, err } = await put('one', '--as', 'MX');
      expect(code).toBe(2);
      expect(err).toContain('error CONFLICT:');
      expect(await names()).toEqual(['index.json']);
    }));

  it('says that the folder cannot be made, or is a file', () =>
    atOffice(async ({ cwd, export: put }) => {
      await writeFile(join(cwd, 'stick'), 'a file');
      const { code, err } = await put('one', '--as', 'MX');
      expect(code).toBe(2);
      expect(err).toContain('error FILE_UNWRITABLE:');
    }));
});
