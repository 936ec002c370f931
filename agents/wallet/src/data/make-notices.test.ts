import { describe, expect, it } from '@jest/globals';
import type { CertificateState, CertificateView, Notice } from '../session/contract.js';
import type { StoredCertificate } from '../store/stored.js';
import { makeNotices } from './make-notices.js';

const now = new Date('2026-11-22T15:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();

interface Facts {
  shown?: CertificateState;
  state?: CertificateState;
  validUntil?: string;
  notices?: readonly Notice[];
  blockTime?: string;
}

function notice({
  shown = 'active',
  state = 'active',
  validUntil,
  notices = [],
  blockTime = days(0),
}: Facts) {
  const row = { id: 'c', token: '', shownState: shown } as StoredCertificate;
  const view = { id: 'c', state, validUntil } as CertificateView;
  const change = makeNotices({ rows: [row], views: [view], notices, blockTime, now });
  return {
    kinds: change?.put?.notices?.map(({ kind }) => kind) ?? [],
    state: change?.put?.certificates?.[0]?.shownState,
    change,
  };
}

describe('notices', () => {
  it.each<[CertificateState, CertificateState, string[], CertificateState | undefined]>([
    ['active', 'active', [], undefined],
    ['active', 'suspended', ['suspended'], 'suspended'],
    ['suspended', 'suspended', [], undefined],
    ['suspended', 'active', ['reinstated'], 'active'],
    ['suspended', 'revoked', ['revoked'], 'revoked'],
    ['active', 'expired', ['expired'], 'expired'],
    ['not-yet-valid', 'active', [], 'active'],
    // What is not known has not changed, and what came back unchanged is no news.
    ['suspended', 'unknown', [], undefined],
    ['active', 'unknown', [], undefined],
  ])('from %s to %s: %j', (shown, state, kinds, stored) => {
    expect(notice({ shown, state })).toMatchObject({ kinds, state: stored });
  });

  it('say once that a certificate expires within 30 days, and again when its end was moved', () => {
    expect(notice({ validUntil: days(31) }).kinds).toEqual([]);
    const first = notice({ validUntil: days(30) });
    expect(first.kinds).toEqual(['expires-soon']);
    const notices = first.change?.put?.notices ?? [];
    expect(notice({ validUntil: days(30), notices }).change).toBeUndefined();
    expect(notice({ validUntil: days(20), notices }).kinds).toEqual(['expires-soon']);
    expect(notice({ state: 'suspended', validUntil: days(3), shown: 'suspended' }).kinds).toEqual([]);
  });

  it('say once for a block that the data are older than a week', () => {
    expect(notice({ blockTime: days(-7) }).kinds).toEqual([]);
    const first = notice({ blockTime: days(-8) });
    expect(first.kinds).toEqual(['data-old']);
    expect(notice({ blockTime: days(-8), notices: first.change?.put?.notices ?? [] }).change).toBeUndefined();
  });
});
