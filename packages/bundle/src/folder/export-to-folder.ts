import { EslabonError } from '@eslabon/core';
import { compareBytes } from '../bytes/compare-bytes.js';
import { makeDelta } from '../delta/make-delta.js';
import { bundleDigest } from '../format/bundle-digest.js';
import type { LoadedBundle } from '../read/loaded-bundle.js';
import type { BundleFolder } from './bundle-folder.js';
import type { FolderBundle, FolderDelta, FolderIndex } from './folder-index.js';
import { exportedName, folderIndexName, formatFolderIndex, parseFolderIndex } from './folder-index.js';
import { readMe, readMeName } from './read-me.js';

export interface ExportOptions {
  /** What file names begin with: lower-case letters, digits and `-`. */
  prefix: string;
  /** Bundles that stay, the new one included; from each of the others a delta leads to it. */
  keep: number;
}

export interface ExportResult {
  /** `unchanged` when the folder has this very bundle as its newest. */
  outcome: 'written' | 'unchanged';
  index: FolderIndex;
  /** Names of files that were too old, or led to an older bundle. */
  removed: string[];
}

/**
 * Puts a bundle into a folder for file shares and sticks: the file, a delta from each of the bundles before it, a text
 * for people, and last the index, so that whoever reads in between finds the old state whole.
 * @param bundle file and what it was proven to be: nothing unproven is handed on.
 * @throws EslabonError CONFLICT when the folder is of another chain, has a newer bundle or another `index.json`;
 * whatever the folder throws
 */
export async function exportToFolder(
  folder: BundleFolder,
  bundle: { file: Uint8Array; loaded: LoadedBundle },
  options: ExportOptions,
): Promise<ExportResult> {
  const { file, loaded } = bundle;
  const before = await readIndex(folder, loaded.chainId);
  const digest = bundleDigest(file);
  const entry = describeFile(loaded, file, digest, options.prefix);
  const newest = before?.bundles[0];
  if (newest !== undefined && newest.block > entry.block) {
    throw new EslabonError(
      'CONFLICT',
      `The folder has block ${newest.block}; this bundle is of ${entry.block}.`,
      {
        hints: ['A folder only goes forward. Choose another one for bundles of past blocks.'],
      },
    );
  }
  if (before !== undefined && newest?.digest === digest && (await isWhole(folder, before))) {
    return { outcome: 'unchanged', index: before, removed: [] };
  }

  await folder.write(entry.file, file);
  const bundles: FolderBundle[] = [entry];
  const deltas: FolderDelta[] = [];
  for (const old of before?.bundles ?? []) {
    if (bundles.length >= options.keep) break;
    if (old.digest === digest) continue;
    const base = await folder.read(old.file);
    // Files of shares and sticks get lost and damaged; what is left is made the best of.
    if (base === undefined || digestOf(base) !== old.digest) continue;
    const delta = makeDelta(base, file);
    const name = `${stemOf(entry)}-from-${old.block}-${old.digest.slice(2, 10)}.eslabon-delta`;
    await folder.write(name, delta);
    bundles.push(old);
    deltas.push({ file: name, base: old.digest, result: digest, bytes: delta.length });
  }
  if (!isSame(await folder.read(readMeName), readMe)) await folder.write(readMeName, readMe);
  const { chainId } = loaded;
  const index: FolderIndex = { format: 'eslabon-bundle-folder', version: 1, chainId, bundles, deltas };
  await folder.write(folderIndexName, formatFolderIndex(index));
  return { outcome: 'written', index, removed: await prune(folder, index) };
}

async function readIndex(folder: BundleFolder, chainId: number): Promise<FolderIndex | undefined> {
  const bytes = await folder.read(folderIndexName);
  if (bytes === undefined) return undefined;
  const index = parseFolderIndex(bytes);
  if (index.chainId === chainId) return index;
  throw new EslabonError('CONFLICT', `The folder is of chain ${index.chainId}, the bundle of ${chainId}.`, {
    hints: ['Use one folder for each network.'],
  });
}

function describeFile(
  { block, trust, registerSize }: LoadedBundle,
  file: Uint8Array,
  digest: FolderBundle['digest'],
  prefix: string,
): FolderBundle {
  return {
    file: `${prefix}-${block.number}-${digest.slice(2, 10)}.eslabon`,
    block: block.number,
    hash: block.hash,
    time: new Date(block.timestamp * 1000).toISOString(),
    digest,
    bytes: file.length,
    trust: trust.mode,
    ...(registerSize === undefined ? {} : { register: registerSize }),
  };
}

function stemOf({ file }: FolderBundle): string {
  return file.replace(/\.eslabon$/, '');
}

function digestOf(file: Uint8Array): string | undefined {
  try {
    return bundleDigest(file);
  } catch {
    return undefined;
  }
}

async function isWhole(folder: BundleFolder, { bundles, deltas }: FolderIndex): Promise<boolean> {
  const there = new Set(await folder.list());
  return [...bundles, ...deltas].every(({ file }) => there.has(file));
}

/** Removes what an exporter once made and the index no longer names. Whatever has another kind of name stays. */
async function prune(folder: BundleFolder, { bundles, deltas }: FolderIndex): Promise<string[]> {
  const named = new Set([...bundles, ...deltas].map(({ file }) => file));
  const old = (await folder.list()).filter((name) => exportedName.test(name) && !named.has(name));
  for (const name of old) await folder.remove(name);
  return old.sort();
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && compareBytes(one, other) === 0;
}
