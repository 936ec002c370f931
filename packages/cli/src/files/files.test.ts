import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { captureIo } from '../testing/capture-io.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { readLimited } from './read-limited.js';
import { writeAtomically } from './write-atomically.js';

const limit = { maxBytes: 10, what: 'file' };

describe('readLimited', () => {
  it('takes a file up to the limit and not one byte more', () =>
    inTemporaryFolder(async (cwd) => {
      const io = captureIo({ cwd });
      await writeFile(join(cwd, 'fits'), '0123456789');
      await writeFile(join(cwd, 'over'), '0123456789a');
      expect(new TextDecoder().decode(await readLimited(io, 'fits', limit))).toBe('0123456789');
      await expect(readLimited(io, 'over', limit)).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' });
    }));

  it('limits standard input too', async () => {
    const fits = captureIo({ stdinText: 'abc' });
    expect(new TextDecoder().decode(await readLimited(fits, '-', limit))).toBe('abc');
    const over = captureIo({ stdinText: 'abcdefghijk' });
    await expect(readLimited(over, '-', limit)).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' });
  });

  it('stops at the limit where a file has no end', async () => {
    await expect(readLimited(captureIo(), '/dev/zero', limit)).rejects.toMatchObject({
      code: 'INPUT_TOO_LARGE',
    });
  });

  it('says why a file cannot be read', () =>
    inTemporaryFolder(async (cwd) => {
      const io = captureIo({ cwd });
      await mkdir(join(cwd, 'folder'));
      await expect(readLimited(io, 'missing', limit)).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: 'The file “missing” cannot be read: it does not exist.',
      });
      await expect(readLimited(io, 'folder', limit)).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: 'The file “folder” cannot be read: it is a folder.',
      });
    }));
});

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing else behind', () =>
    inTemporaryFolder(async (cwd) => {
      const io = captureIo({ cwd });
      await writeFile(join(cwd, 'out'), 'old');
      await writeAtomically(io, 'out', new TextEncoder().encode('new'));
      expect(await readFile(join(cwd, 'out'), 'utf8')).toBe('new');
      expect(await readdir(cwd)).toEqual(['out']);
    }));

  it('leaves things as they were where it cannot write', () =>
    inTemporaryFolder(async (cwd) => {
      const io = captureIo({ cwd });
      await mkdir(join(cwd, 'out'));
      await writeFile(join(cwd, 'out', 'kept'), 'old');
      await expect(writeAtomically(io, 'out', new Uint8Array(1))).rejects.toMatchObject({
        code: 'FILE_UNWRITABLE',
      });
      await expect(writeAtomically(io, 'no/such/out', new Uint8Array(1))).rejects.toMatchObject({
        code: 'FILE_UNWRITABLE',
      });
      expect(await readdir(cwd)).toEqual(['out']);
      expect(await readdir(join(cwd, 'out'))).toEqual(['kept']);
    }));
});
