import type { HistoryEntry } from '@eslabon/client/contract';

/** An entry of the history, for one or more of the same kind that follow each other. */
export interface FoldedEntry {
  /** The newest of them. */
  entry: HistoryEntry;
  times: number;
  /** When the first was. */
  since: string;
}

/**
 * Puts together what wallets received with nothing else in between: they come back for new copies again and again, and
 * what officers did would be lost among that. The order stays.
 */
export function foldReceived(history: readonly HistoryEntry[]): FoldedEntry[] {
  const folded: FoldedEntry[] = [];
  for (const entry of history) {
    const last = folded.at(-1);
    if (entry.event === 'RECEIVED' && last?.entry.event === 'RECEIVED') {
      folded[folded.length - 1] = { entry, times: last.times + 1, since: last.since };
    } else {
      folded.push({ entry, times: 1, since: entry.at });
    }
  }
  return folded;
}
