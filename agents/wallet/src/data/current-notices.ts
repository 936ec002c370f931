import type { CertificateView, Notice } from '../session/contract.js';

export interface NoticedFacts {
  views: readonly CertificateView[];
  /** ISO 8601; absent where there are no data. */
  blockTime: string | undefined;
  now: Date;
}

/**
 * The notices that still say what is so. What was lifted, renewed or fetched meanwhile, or is about a certificate that is
 * not here any more, would only alarm.
 */
export function currentNotices(notices: readonly Notice[], facts: NoticedFacts): Notice[] {
  return notices.filter((notice) => isCurrent(notice, facts));
}

function isCurrent({ id, kind, certificateId }: Notice, { views, blockTime, now }: NoticedFacts): boolean {
  if (kind === 'data-old') return id === `data-old ${blockTime}`;
  const view = views.find((each) => each.id === certificateId);
  if (view === undefined) return false;
  const { validUntil } = view;
  if (kind === 'expires-soon')
    return view.state === 'active' && id === `expires-soon ${view.id} ${validUntil}`;
  if (kind === 'expired') return validUntil !== undefined && Date.parse(validUntil) <= now.getTime();
  return true;
}
