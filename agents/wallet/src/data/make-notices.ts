import type { CertificateState, CertificateView, Notice, NoticeKind } from '../session/contract.js';
import type { Change, StoredCertificate } from '../store/stored.js';

const soonMs = 30 * 86_400_000;
const oldMs = 7 * 86_400_000;

/** States that are worth a notice when they come. */
const changes: Partial<Record<CertificateState, NoticeKind>> = {
  suspended: 'suspended',
  revoked: 'revoked',
  expired: 'expired',
};

export interface NoticeFacts {
  rows: readonly StoredCertificate[];
  views: readonly CertificateView[];
  notices: readonly Notice[];
  /** ISO 8601; absent where there are no data. */
  blockTime: string | undefined;
  now: Date;
}

/**
 * What a person is to be told of what changed since it was shown last, once each.
 * @returns what is to be stored; undefined when nothing is new
 */
export function makeNotices({ rows, views, notices, blockTime, now }: NoticeFacts): Change | undefined {
  const put: Notice[] = [];
  const add = (kind: NoticeKind, of: string, certificateId?: string) => {
    const id = `${kind} ${of}`;
    if (notices.some((notice) => notice.id === id)) return;
    put.push({ id, kind, at: now.toISOString(), seen: false, ...(certificateId && { certificateId }) });
  };
  const certificates: StoredCertificate[] = [];
  for (const row of rows) {
    const view = views.find(({ id }) => id === row.id);
    if (view === undefined) continue;
    const { state, validUntil = '' } = view;
    const left = Date.parse(validUntil) - now.getTime();
    if (state === 'active' && left <= soonMs) add('expires-soon', `${row.id} ${validUntil}`, row.id);
    // What is not known has not changed.
    if (state === 'unknown' || state === row.shownState) continue;
    const kind = state === 'active' && row.shownState === 'suspended' ? 'reinstated' : changes[state];
    if (kind !== undefined) add(kind, `${row.id} ${now.getTime()}`, row.id);
    certificates.push({ ...row, shownState: state });
  }
  if (blockTime !== undefined && now.getTime() - Date.parse(blockTime) > oldMs) add('data-old', blockTime);
  return put.length + certificates.length === 0 ? undefined : { put: { notices: put, certificates } };
}
