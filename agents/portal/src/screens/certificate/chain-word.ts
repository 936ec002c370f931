import type { HistoryEntry } from '@eslabon/client/contract';
import { type CertificateStatus, type StatusAction, statusAfter } from '@eslabon/core';

/** What the chain says of a certificate, and since which block; it says nothing before the first change. */
export type ChainWord =
  | { status: 'active'; entry?: undefined }
  | { status: CertificateStatus; entry: { blockNumber: number; transaction: string; at: string } };

/** The last change that the chain has confirmed. @param history oldest first */
export function chainWord(history: readonly HistoryEntry[]): ChainWord {
  const confirmed = history.findLast(({ event }) => event === 'STATUS_CONFIRMED');
  if (confirmed === undefined) return { status: 'active' };
  const { action, blockNumber, transaction } = confirmed.data;
  return {
    status: statusAfter[action as StatusAction],
    entry: { blockNumber: Number(blockNumber), transaction: String(transaction), at: confirmed.at },
  };
}
