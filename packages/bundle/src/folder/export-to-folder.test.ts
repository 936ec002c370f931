import { describe, expect, it } from '@jest/globals';
import { applyDelta } from '../delta/apply-delta.js';
import { encodeBundle } from '../format/encode-bundle.js';
import type { LoadedBundle } from '../read/loaded-bundle.js';
import { openBundle } from '../read/open-bundle.js';
import { syntheticContent, trust } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { BundleFolder } from './bundle-folder.js';
import { exportToFolder } from './export-to-folder.js';
import type { FolderIndex } from './folder-index.js';

const peru = country('PE');
const content = await syntheticContent();

/** A bundle for each block: all hold, and differ in their registers. */
function bundleOf(block: number): { file: Uint8Array; loaded: LoadedBundle } {
  const file = encodeBundle({
    ...content,
    register: [{ country: peru, tin: `PE${block}`, credential: 'a.b.c' }],
  });
  const loaded = openBundle(file, trust, { attestor: peru });
  return { file, loaded: { ...loaded, block: { ...loaded.block, number: block } } };
}

function memoryFolder(files = new Map<string, Uint8Array>()) {
  const log: string[] = [];
  const folder: BundleFolder = {
    list: async () => [...files.keys()],
    read: async (name) => files.get(name),
    async write(name, bytes) {
      log.push(`write ${name}`);
      files.set(name, bytes);
    },
    async remove(name) {
      log.push(`remove ${name}`);
      files.delete(name);
    },
  };
  return { folder, files, log };
}

const options = { prefix: 'pe', keep: 3 };
const indexIn = (files: Map<string, Uint8Array>): FolderIndex =>
  JSON.parse(new TextDecoder().decode(files.get('index.json')));

describe('exportToFolder', () => {
  it('leaves the newest bundle, those before it, and a delta from each of them', async () => {
    const { folder, files } = memoryFolder();
    for (const block of [10, 20, 30]) await exportToFolder(folder, bundleOf(block), options);
    const { bundles, deltas } = indexIn(files);
    expect(bundles.map(({ block }) => block)).toEqual([30, 20, 10]);
    const newest = bundleOf(30).file;
    for (const { file, base, result, bytes } of deltas) {
      const from = bundles.find(({ digest }) => digest === base);
      const delta = files.get(file) as Uint8Array;
      expect(applyDelta(files.get(from?.file as string) as Uint8Array, delta)).toEqual(newest);
      expect([result, bytes]).toEqual([bundles[0]?.digest, delta.length]);
    }
    expect(deltas).toHaveLength(2);
    const named = [...bundles, ...deltas].map(({ file }) => file);
    expect([...files.keys()].sort()).toEqual([...named, 'LEEME-README.txt', 'index.json'].sort());
    expect(bundles[0]).toMatchObject({ bytes: newest.length, register: 1, trust: 'attested' });
  });

  it('writes the index after all that it names, and removes what is old after that', async () => {
    const { folder, log } = memoryFolder();
    for (const block of [10, 20, 30]) await exportToFolder(folder, bundleOf(block), options);
    log.length = 0;
    const { removed, index } = await exportToFolder(folder, bundleOf(40), options);
    expect(index.bundles.map(({ block }) => block)).toEqual([40, 30, 20]);
    const at = log.indexOf('write index.json');
    expect(log.slice(0, at).every((line) => line.startsWith('write '))).toBe(true);
    expect(log.slice(at + 1).sort()).toEqual(removed.map((name) => `remove ${name}`));
    // The oldest bundle, and the two deltas that led to block 30.
    expect(removed.map((name) => /-(\d+)-.*?(delta)?$/.exec(name)?.[0])).toHaveLength(3);
  });

  it('does nothing for the bundle that is there, and mends a folder that lost a file', async () => {
    const { folder, files, log } = memoryFolder();
    await exportToFolder(folder, bundleOf(10), options);
    log.length = 0;
    expect((await exportToFolder(folder, bundleOf(10), options)).outcome).toBe('unchanged');
    expect(log).toEqual([]);
    const [name = ''] = indexIn(files).bundles.map(({ file }) => file);
    files.delete(name);
    expect((await exportToFolder(folder, bundleOf(10), options)).outcome).toBe('written');
    expect(files.get(name)).toEqual(bundleOf(10).file);
  });

  it('makes no delta from a file that was lost, damaged or exchanged', async () => {
    const { folder, files } = memoryFolder();
    for (const block of [10, 20, 30]) await exportToFolder(folder, bundleOf(block), options);
    const [, twenty, ten] = indexIn(files).bundles.map(({ file }) => file) as [string, string, string];
    files.delete(ten);
    files.set(twenty, bundleOf(99).file);
    const { index } = await exportToFolder(folder, bundleOf(40), { ...options, keep: 9 });
    expect(index.bundles.map(({ block }) => block)).toEqual([40, 30]);
    expect(index.deltas).toHaveLength(1);
    files.set(index.bundles[0]?.file as string, new Uint8Array(5));
    const after = await exportToFolder(folder, bundleOf(50), options);
    expect(after.index.bundles.map(({ block }) => block)).toEqual([50, 30]);
  });

  it('removes only what it made itself, whatever the index says', async () => {
    const strange = ['../../etc/passwd', 'pe-1.eslabon', 'notes.txt', 'pe-1-0000000g.eslabon'];
    const { folder, files } = memoryFolder(new Map(strange.map((name) => [name, new Uint8Array(1)])));
    files.set('pe-1-00000000.eslabon', new Uint8Array(1));
    const { removed } = await exportToFolder(folder, bundleOf(10), options);
    expect(removed).toEqual(['pe-1-00000000.eslabon']);
    expect([...files.keys()]).toEqual(expect.arrayContaining(strange));
  });

  it('keeps the newest bundle alone where one is to be kept', async () => {
    const { folder, files } = memoryFolder();
    for (const block of [10, 20]) await exportToFolder(folder, bundleOf(block), { ...options, keep: 1 });
    expect([...files.keys()].filter((name) => /eslabon/.test(name))).toHaveLength(1);
  });

  it('refuses a bundle that is older than what the folder has', async () => {
    const { folder, log } = memoryFolder();
    await exportToFolder(folder, bundleOf(20), options);
    log.length = 0;
    await expect(exportToFolder(folder, bundleOf(10), options)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(log).toEqual([]);
  });

  const changed = (change: object) => (good: FolderIndex) => JSON.stringify({ ...good, ...change });
  it.each([
    ['of something else', () => '{"name": "somebody’s project"}'],
    ['that is no JSON', () => '{'],
    ['with a path in a name', (good: FolderIndex) => JSON.stringify(good).replace('"pe-', '"../pe-')],
    ['of a version to come', changed({ version: 2 })],
    ['of another chain', changed({ chainId: 1 })],
    ['without bundles', changed({ bundles: [] })],
    ['with what nobody knows', changed({ surprise: 1 })],
  ])('does not touch a folder with an index %s', async (_, spoil) => {
    const { folder, files, log } = memoryFolder();
    const { index } = await exportToFolder(folder, bundleOf(10), options);
    files.set('index.json', new TextEncoder().encode(spoil(index)));
    log.length = 0;
    await expect(exportToFolder(folder, bundleOf(20), options)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(log).toEqual([]);
  });
});
