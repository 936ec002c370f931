import type { LoadedBundle } from '@eslabon/bundle';
import { currentNotices } from '../data/current-notices.js';
import { viewCertificate } from '../data/view-certificate.js';
import { viewGiven, viewHeld } from '../delegate/views.js';
import type { Vault } from '../store/vault.js';
import type { ReadyState, Trouble } from './contract.js';

export interface ReadyFacts {
  vault: Vault;
  bundle: LoadedBundle | undefined;
  dataTrouble: Trouble | undefined;
  now: Date;
  origin: string;
}

/** What the screens show of an unlocked wallet. */
export function readyState({ vault, bundle, dataTrouble: trouble, now, origin }: ReadyFacts): ReadyState {
  const { settings, keys } = vault.profile;
  const { certificates, pending, given, held, notices } = vault.contents;
  const blockTime = bundle && blockTimeOf(bundle);
  const views = newestFirst(certificates, ({ receivedAt }) => receivedAt).map((row) =>
    viewCertificate(row, bundle, now),
  );
  return {
    phase: 'ready',
    settings,
    did: keys.did,
    certificates: views,
    pending: pending.map(({ id, issuer, since, trouble: why }) => ({ id, issuer, since, trouble: why })),
    given: newestFirst(given, ({ validUntil }) => validUntil).map((row) => viewGiven(row, origin)),
    held: newestFirst(held, ({ receivedAt }) => receivedAt).map((row) => viewHeld(row, now)),
    notices: newestFirst(currentNotices(notices, { views, blockTime, now }), ({ at }) => at),
    data: blockTime === undefined ? { state: 'none', trouble } : { state: 'open', blockTime, trouble },
  };
}

/** ISO 8601. */
export function blockTimeOf({ block }: LoadedBundle): string {
  return new Date(block.timestamp * 1000).toISOString();
}

function newestFirst<T>(rows: readonly T[], when: (row: T) => string): T[] {
  return [...rows].sort((a, b) => Date.parse(when(b)) - Date.parse(when(a)));
}
