import type { CertificateView, HistoryEntry } from '@eslabon/client/contract';
import { useCallback } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { type Loaded, useLoaded } from '../../data/use-loaded.js';
import { useRepeated } from '../../data/use-repeated.js';
import { isUnderWay } from './is-under-way.js';

export interface CertificateAndHistory {
  certificate: CertificateView;
  /** Oldest first. */
  history: readonly HistoryEntry[];
}

const followMs = 2000;

/** A certificate and its history, asked for again while a change of its status is on its way to the chain. */
export function useCertificate(id: string): [Loaded<CertificateAndHistory>, reload: () => Promise<void>] {
  const { client } = useSignedIn();
  const load = useCallback(async () => {
    const params = { id };
    const [certificate, { items: history }] = await Promise.all([
      client.getCertificate({ params }),
      client.getCertificateHistory({ params }),
    ]);
    return { certificate, history };
  }, [client, id]);
  const [loaded, reload] = useLoaded(load);
  const changes = loaded.state === 'loaded' ? loaded.value.certificate.pendingChanges : [];
  useRepeated(reload, changes.some(({ state }) => isUnderWay(state)) ? followMs : undefined);
  return [loaded, reload];
}
