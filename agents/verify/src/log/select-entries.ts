import type { LoggedDecision } from './logged-decision.js';

export interface LogFilter {
  /** Words that must all be found in an entry, whatever their case and accents. */
  text: string;
  verdict: string;
  show: 'all' | 'waiting' | 'uploaded';
}

export const everything: LogFilter = { text: '', verdict: '', show: 'all' };

/** The entries that a filter lets through, in their order. */
export function selectEntries(entries: readonly LoggedDecision[], filter: LogFilter): LoggedDecision[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (filter.verdict === '' || entry.verdict === filter.verdict) &&
      (filter.show === 'all' || (filter.show === 'uploaded') === (entry.uploadedAt !== undefined)) &&
      words.every((word) => textOf(entry).includes(word)),
  );
}

function textOf({ company, certificate, note, verdict, officer }: LoggedDecision): string {
  return folded(
    [company?.legalName, company?.tin, certificate?.certificateNumber, note, verdict, officer].join(' '),
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
