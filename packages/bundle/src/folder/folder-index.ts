import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { literal, text, uint } from '../codec/scalars.js';
import { list, optional, record } from '../codec/structures.js';
import { hashText } from '../trust/deployment-fields.js';

/** Name of the index in a folder; it is written last, so that whatever it names is there. */
export const folderIndexName = 'index.json';

export interface FolderBundle {
  file: string;
  block: number;
  /** Hash of the block. */
  hash: Hash;
  /** Time of the block, ISO 8601 in UTC. */
  time: string;
  /** `bundleDigest` of the file. */
  digest: Hash;
  bytes: number;
  trust: 'attested' | 'sealed';
  /** Certificates in its register; absent when it has none. */
  register?: number | undefined;
}

export interface FolderDelta {
  file: string;
  /** Digest of the bundle that it changes, and of the one that comes out. */
  base: Hash;
  result: Hash;
  bytes: number;
}

/** What a folder holds, for programs and people: `index.json`. */
export interface FolderIndex {
  format: 'eslabon-bundle-folder';
  version: 1;
  chainId: number;
  /** The newest first. */
  bundles: FolderBundle[];
  /** Each leads to the newest bundle. */
  deltas: FolderDelta[];
}

/** Files that the exporter makes; nothing else is ever removed, whatever an index says. */
export const exportedName =
  /^[a-z0-9-]{1,40}-\d{1,16}-[0-9a-f]{8}(\.eslabon|-from-\d{1,16}-[0-9a-f]{8}\.eslabon-delta)$/;

const file = text(200, exportedName);
const instant = text(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const index: Codec<FolderIndex> = record<FolderIndex>({
  format: literal('eslabon-bundle-folder'),
  version: uint(1, 1) as Codec<1>,
  chainId: uint(Number.MAX_SAFE_INTEGER, 1),
  bundles: list(
    record<FolderBundle>({
      file,
      block: uint(),
      hash: hashText,
      time: instant,
      digest: hashText,
      bytes: uint(),
      trust: text(8, /^(attested|sealed)$/) as Codec<FolderBundle['trust']>,
      register: optional(uint()),
    }),
    1,
  ),
  deltas: list(record<FolderDelta>({ file, base: hashText, result: hashText, bytes: uint() })),
});

/**
 * Reads `index.json` of a folder.
 * @throws EslabonError CONFLICT when it is something else: it must not be overwritten then.
 */
export function parseFolderIndex(bytes: Uint8Array): FolderIndex {
  try {
    return index.read(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), 'index');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EslabonError('CONFLICT', `${folderIndexName} in the folder is not one of bundles: ${reason}`, {
      cause,
      hints: ['Choose a folder of its own for bundles, or remove the damaged file.'],
    });
  }
}

/** `index.json` with line ends, for people who open it. */
export function formatFolderIndex(value: FolderIndex): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(index.write(value, 'index'), undefined, 2)}\n`);
}
