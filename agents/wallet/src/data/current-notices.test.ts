import { describe, expect, it } from '@jest/globals';
import type { CertificateView, Notice, NoticeKind } from '../session/contract.js';
import type { StoredCertificate } from '../store/stored.js';
import { currentNotices } from './current-notices.js';
import { makeNotices } from './make-notices.js';

const now = new Date('2026-11-22T15:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();

const view = (changes: Partial<CertificateView> = {}) =>
  ({ id: 'c', state: 'active', validUntil: days(20), ...changes }) as CertificateView;

/** The notices that the wallet itself makes of a state. */
function made(row: Partial<StoredCertificate>, seen: CertificateView, blockTime = days(0)): Notice[] {
  const rows = [{ id: 'c', token: '', shownState: 'active', ...row } as StoredCertificate];
  return [...(makeNotices({ rows, views: [seen], notices: [], blockTime, now })?.put?.notices ?? [])];
}

const kindsOf = (notices: readonly Notice[], views: CertificateView[], blockTime = days(0)): NoticeKind[] =>
  currentNotices(notices, { views, blockTime, now }).map(({ kind }) => kind);

describe('a notice', () => {
  it('that a certificate expires soon is over when it was renewed, suspended or removed', () => {
    const notices = made({}, view());
    expect(kindsOf(notices, [view()])).toEqual(['expires-soon']);
    expect(kindsOf(notices, [view({ validUntil: days(900) })])).toEqual([]);
    expect(kindsOf(notices, [view({ state: 'suspended' })])).toEqual([]);
    expect(kindsOf(notices, [])).toEqual([]);
  });

  it('that a certificate expired is over when it was renewed', () => {
    const expired = view({ state: 'expired', validUntil: days(-1) });
    const notices = made({}, expired);
    expect(kindsOf(notices, [expired])).toEqual(['expired']);
    // Also where the newest data cannot say.
    expect(kindsOf(notices, [view({ state: 'unknown', validUntil: days(-1) })])).toEqual(['expired']);
    expect(kindsOf(notices, [view({ validUntil: days(900) })])).toEqual([]);
  });

  it('that the data are too old is over when there are newer ones', () => {
    const notices = made({}, view({ validUntil: days(900) }), days(-8));
    expect(kindsOf(notices, [], days(-8))).toEqual(['data-old']);
    expect(kindsOf(notices, [], days(0))).toEqual([]);
  });

  it('of a suspension stays until it is seen, also when the suspension was lifted', () => {
    const notices = made({}, view({ state: 'suspended', validUntil: days(900) }));
    expect(kindsOf(notices, [view()])).toEqual(['suspended']);
    expect(kindsOf(notices, [])).toEqual([]);
  });
});
