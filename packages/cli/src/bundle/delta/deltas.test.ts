import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleDigest, makeDelta } from '@eslabon/bundle';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { at, borderPostBundle, equipBorderPost, registerEntry } from '../../testing/border-post.js';
import { captureIo } from '../../testing/capture-io.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let one: Uint8Array;
let two: Uint8Array;
let delta: Uint8Array;
beforeAll(async () => {
  one = await borderPostBundle();
  two = await borderPostBundle([await registerEntry()]);
  delta = makeDelta(one, two);
});

interface Options {
  files?: Record<string, Uint8Array | string>;
  /** Without one, nothing is proven. */
  trust?: boolean;
}

/** Runs a command at a post that has `one`, `two` and `d`, and gives what `out` holds afterwards. */
function bundle(args: readonly string[], { files = {}, trust = true }: Options = {}) {
  return inTemporaryFolder(async (cwd) => {
    await equipBorderPost(cwd);
    for (const [name, bytes] of Object.entries({ one, two, d: delta, ...files })) {
      await writeFile(join(cwd, name), bytes);
    }
    const env = trust ? { ESLABON_TRUST: 'trust.json' } : {};
    const io = captureIo({ cwd, home: cwd, env, now: () => new Date(at) });
    const code = await run(['bundle', ...args], io);
    const out = await readFile(join(cwd, 'out')).catch(() => undefined);
    return { code, file: out && nameOf(out), out: io.out(), err: io.err() };
  });
}

function nameOf(file: Uint8Array): string {
  try {
    const digest = bundleDigest(file);
    if (digest === bundleDigest(one)) return 'one';
    return digest === bundleDigest(two) ? 'two' : digest;
  } catch {
    return new TextDecoder('latin1').decode(file.subarray(0, 20));
  }
}

describe('bundle delta', () => {
  it('writes what leads from one bundle to the other', async () => {
    const { code, file, out } = await bundle(['delta', 'one', 'two', '--out', 'out']);
    expect(code).toBe(0);
    expect(file?.startsWith('ESLD')).toBe(true);
    expect(out).toBe(`out: ${delta.length} bytes; the whole bundle has ${two.length}.\n`);
  });

  it.each([
    ['a base that is none', ['delta', 'd', 'two'], 'BUNDLE_MALFORMED'],
    ['a new one that is none', ['delta', 'one', 'trust.json'], 'BUNDLE_MALFORMED'],
    ['a file that is not there', ['delta', 'one', 'three'], 'FILE_UNREADABLE'],
    ['standard input twice', ['delta', '-', '-'], 'INPUT_INVALID'],
    ['one bundle only', ['delta', 'one'], 'INPUT_INVALID'],
  ])('refuses %s', async (_, args, error) => {
    const { code, err, file } = await bundle([...args, '--out', 'out']);
    expect({ code, file }).toEqual({ code: 2, file: undefined });
    expect(err).toContain(`error ${error}:`);
  });
});

describe('bundle apply', () => {
  const apply = ['apply', 'one', 'd', '--out', 'out'];

  it('makes the newer bundle, and proves it', async () => {
    const { code, file, out } = await bundle([...apply, '--as', 'MX']);
    expect({ code, file }).toEqual({ code: 0, file: 'two' });
    expect(out).toContain('It holds, as of block 1234, 10 minutes ago.');
  });

  it('may write over the base', async () => {
    const { code } = await bundle(['apply', 'one', 'd', '--out', 'one', '--as', 'MX']);
    expect(code).toBe(0);
  });

  it('says that nothing was proven where there is no trust anchor, or nobody said whose', async () => {
    const { code, file, out } = await bundle(apply, { trust: false });
    expect({ code, file }).toEqual({ code: 0, file: 'two' });
    expect(out).toContain('Not checked yet');
    const asked = await bundle(apply);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('error INPUT_INVALID: The trust anchor has attestors of MX, PE.');
  });

  it.each([
    ['a delta for another bundle', ['apply', 'two', 'd'], 'DELTA_BASE'],
    ['a delta that is none', ['apply', 'one', 'two'], 'DELTA_MALFORMED'],
    ['a base that is none', ['apply', 'trust.json', 'd'], 'BUNDLE_MALFORMED'],
    ['a bundle that does not hold here', ['apply', 'one', 'd', '--as', 'PE'], 'BUNDLE_ATTESTOR_UNKNOWN'],
    ['standard input twice', ['apply', '-', '-'], 'INPUT_INVALID'],
  ])('keeps the file of before in the face of %s', async (_, args, error) => {
    const as = args.includes('--as') ? [] : ['--as', 'MX'];
    const { code, err, file } = await bundle([...args, ...as, '--out', 'out'], { files: { out: 'before' } });
    expect({ code, file }).toEqual({ code: 2, file: 'before' });
    expect(err).toContain(`error ${error}:`);
  });

  it('keeps the file of before in the face of every damaged delta', async () => {
    for (let i = 0; i < delta.length; i += 97) {
      const spoilt = Uint8Array.from(delta, (byte, at) => (at === i ? byte ^ 0x10 : byte));
      const { code, file } = await bundle([...apply, '--as', 'MX'], { files: { d: spoilt, out: 'before' } });
      expect([i, code, file]).toEqual([i, 2, 'before']);
    }
  });

  it('cannot write over a folder', () =>
    inTemporaryFolder(async (cwd) => {
      await mkdir(join(cwd, 'out'));
      await writeFile(join(cwd, 'one'), one);
      await writeFile(join(cwd, 'd'), delta);
      const io = captureIo({ cwd, home: cwd });
      expect(await run(['bundle', ...apply], io)).toBe(2);
      expect(io.err()).toContain('error FILE_UNWRITABLE:');
    }));
});

describe('bundle verify', () => {
  it('says yes, in a word', async () => {
    expect(await bundle(['verify', 'one', '--as', 'MX'])).toMatchObject({ code: 0, out: '✔ yes\n', err: '' });
    expect((await bundle(['verify', 'one', '--as', 'MX', '--lang', 'pt'])).out).toBe('✔ sim\n');
    expect(JSON.parse((await bundle(['verify', 'two', '--as', 'MX', '--json'])).out)).toEqual({
      holds: true,
    });
  });

  it.each([
    ['attested by another', ['one', '--as', 'PE'], 'BUNDLE_ATTESTOR_UNKNOWN'],
    ['a delta', ['d', '--as', 'MX'], 'BUNDLE_MALFORMED'],
  ])('says no to what is %s, with the code', async (_, args, error) => {
    const { code, out, err } = await bundle(['verify', ...args]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.startsWith(`✖ no ${error}: `)).toBe(true);
    const { out: json } = await bundle(['verify', ...args, '--json']);
    expect(JSON.parse(json)).toMatchObject({ holds: false, code: error });
  });

  it('says no to a block of the future', () =>
    inTemporaryFolder(async (cwd) => {
      await equipBorderPost(cwd);
      const io = captureIo({
        cwd,
        env: { ESLABON_TRUST: 'trust.json' },
        now: () => new Date('2023-11-15T00:50:00Z'),
      });
      expect(await run(['bundle', 'verify', 'pe.eslabon', '--as', 'MX'], io)).toBe(1);
      expect(io.out()).toContain('✖ no BUNDLE_FUTURE: ');
    }));

  it.each([
    ['there is no file', ['three', '--as', 'MX'], 'FILE_UNREADABLE'],
    ['there is no trust anchor', ['one', '--as', 'MX', '--trust', 'nowhere.json'], 'FILE_UNREADABLE'],
    ['nobody said whose', ['one'], 'INPUT_INVALID'],
    ['the country is none', ['one', '--as', 'Mexico'], 'INPUT_INVALID'],
  ])('cannot say where %s', async (_, args, error) => {
    const { code, out, err } = await bundle(['verify', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error ${error}:`);
  });
});
