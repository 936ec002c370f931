import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Hash } from '@eslabon/core';
import type { StateDiff } from './state-diff.js';

export interface JournalEntry {
  number: number;
  /** Hash of the block as the node has it. */
  nodeHash: Hash;
  /** Hash and state root as they should be. */
  hash: Hash;
  root: Hash;
  diff: StateDiff;
}

/** What each block changed, kept beside the node's state file so that it survives the node. */
export interface BlockJournal {
  load(): Promise<JournalEntry[]>;
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Keeps these only. */
  rewrite(entries: readonly JournalEntry[]): Promise<void>;
}

/** A line of JSON for each block. Nothing is kept without a path. */
export function createJournal(path: string | undefined): BlockJournal {
  if (path === undefined) {
    return { load: async () => [], append: async () => undefined, rewrite: async () => undefined };
  }
  return {
    async load() {
      if (!existsSync(path)) return [];
      // What follows the last line break was cut off when the process was killed while it wrote.
      const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
      return lines.map((line) => JSON.parse(line) as JournalEntry);
    },
    append: (entries) => appendFile(path, toLines(entries)),
    rewrite: (entries) => writeFile(path, toLines(entries)),
  };
}

function toLines(entries: readonly JournalEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
