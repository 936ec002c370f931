import type { ArchiveEntry, ProofArchive } from '@eslabon/chain';
import { createMemoryProofArchive } from '@eslabon/chain';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../platform/database/open-database.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { createProofArchive } from './create-proof-archive.js';

/** Blocks 10, 20 and 21; the last two share a second. */
const entries: ArchiveEntry[] = [
  { number: 20, timestamp: 200, hash: `0x${'22'.repeat(32)}`, bytes: Uint8Array.of(2, 0, 255) },
  { number: 10, timestamp: 100, hash: `0x${'11'.repeat(32)}`, bytes: Uint8Array.of(1) },
  { number: 21, timestamp: 200, hash: `0x${'33'.repeat(32)}`, bytes: new Uint8Array(5000).fill(7) },
];

async function inDatabase(use: (archive: ProofArchive) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      await use(createProofArchive(database));
    } finally {
      await database.close();
    }
  });
}

describe.each([
  ['in memory', (use: (archive: ProofArchive) => Promise<void>) => use(createMemoryProofArchive())],
  ['in the database', inDatabase],
])('an archive of proofs %s', (_, withArchive) => {
  const filled = (use: (archive: ProofArchive) => Promise<void>) =>
    withArchive(async (archive) => {
      for (const entry of entries) await archive.put(entry);
      await use(archive);
    });

  it('gives back what was put, and lists it by ascending block without the bytes', () =>
    filled(async (archive) => {
      for (const entry of entries) expect(await archive.get(entry.number)).toEqual(entry);
      expect(await archive.get(11)).toBeUndefined();
      const blocks = entries.map(({ bytes, ...block }) => block).sort((a, b) => a.number - b.number);
      expect(await archive.list()).toEqual(blocks);
    }));

  it('replaces an entry of the same block', () =>
    filled(async (archive) => {
      const other = {
        ...(entries[0] as ArchiveEntry),
        bytes: Uint8Array.of(9),
        hash: `0x${'99'.repeat(32)}` as const,
      };
      await archive.put(other);
      expect(await archive.get(20)).toEqual(other);
      expect(await archive.list()).toHaveLength(3);
    }));

  it.each([
    [{ block: 9 }, undefined],
    [{ block: 10 }, 10],
    [{ block: 19 }, 10],
    [{ block: 99 }, 21],
    [{ instant: 99 }, undefined],
    [{ instant: 100 }, 10],
    [{ instant: 199 }, 10],
    [{ instant: 200 }, 21],
    [{ instant: 9999 }, 21],
  ])('finds the newest at or before %j', (position, block) =>
    filled(async (archive) => {
      expect((await archive.nearest(position))?.number).toBe(block);
    }),
  );

  it('forgets what comes after a block', () =>
    filled(async (archive) => {
      await archive.cut(20);
      expect((await archive.list()).map(({ number }) => number)).toEqual([10, 20]);
      await archive.cut(0);
      expect(await archive.list()).toEqual([]);
    }));
});
