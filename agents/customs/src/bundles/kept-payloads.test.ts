import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hash } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { type KeptLimits, keepPayloads } from './kept-payloads.js';

const digest = (name: string) => `0x${name.repeat(64)}` as Hash;
const file = (length: number) => new Uint8Array(length).fill(length);

function inFolder(
  use: (open: (limits: KeptLimits) => ReturnType<typeof keepPayloads>, folder: string) => Promise<void>,
) {
  return inTemporaryFolder(async (root) => {
    const folder = join(root, 'kept');
    let seconds = 1_700_000_000;
    const clock = () => new Date(1000 * seconds++);
    const warnings: unknown[] = [];
    const log = { warn: (...args: unknown[]) => void warnings.push(args) };
    await use((limits) => keepPayloads(folder, limits, { clock, log: log as never }), folder);
  });
}

describe('keepPayloads', () => {
  it('forgets the file that was not used for longest', () =>
    inFolder(async (open) => {
      const kept = open({ files: 2, bytes: 100 });
      await kept.keep(digest('a'), file(1));
      await kept.keep(digest('b'), file(2));
      expect(await kept.find(digest('a'))).toEqual(file(1));
      await kept.keep(digest('c'), file(3));
      expect(await kept.find(digest('b'))).toBeUndefined();
      expect([await kept.find(digest('a')), await kept.find(digest('c'))]).toEqual([file(1), file(3)]);
    }));

  it('keeps no more bytes than it may, and counts a file once', () =>
    inFolder(async (open, folder) => {
      const kept = open({ files: 100, bytes: 10 });
      for (let times = 0; times < 5; times++) await kept.keep(digest('a'), file(4));
      await kept.keep(digest('b'), file(6));
      expect(await kept.find(digest('a'))).toHaveLength(4);
      await kept.keep(digest('c'), file(1));
      expect(await kept.find(digest('b'))).toBeUndefined();
      await kept.keep(digest('d'), file(11));
      expect(await kept.find(digest('d'))).toBeUndefined();
      expect(readdirSync(folder)).toEqual([]);
      await kept.keep(digest('e'), file(10));
      expect(await kept.find(digest('e'))).toHaveLength(10);
    }));

  it('goes on after a restart with what it had, in the order of use', () =>
    inFolder(async (open, folder) => {
      const before = open({ files: 3, bytes: 100 });
      for (const name of ['c', 'b', 'a']) await before.keep(digest(name), file(5));
      await before.find(digest('c'));
      writeFileSync(join(folder, `${digest('d')}.left-over.tmp`), 'half');
      const after = open({ files: 3, bytes: 100 });
      expect(readdirSync(folder)).toHaveLength(3);
      await after.keep(digest('e'), file(6));
      expect(await after.find(digest('b'))).toBeUndefined();
      for (const name of ['c', 'a']) expect(await after.find(digest(name))).toEqual(file(5));
    }));

  it('does without what the disk lost or refuses', () =>
    inFolder(async (open, folder) => {
      const kept = open({ files: 9, bytes: 100 });
      await kept.keep(digest('a'), file(5));
      rmSync(folder, { recursive: true });
      expect(await kept.find(digest('a'))).toBeUndefined();
      await kept.keep(digest('b'), file(5));
      expect(await kept.find(digest('b'))).toBeUndefined();
      mkdirSync(folder);
      await kept.keep(digest('c'), file(5));
      expect(await kept.find(digest('c'))).toEqual(file(5));
    }));
});
