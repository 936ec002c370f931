import type { CertificateView, HistoryEntry } from '@eslabon/client/contract';
import { type Fact, Facts } from '@eslabon/ui';
import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useInstant } from '../../app/use-instant.js';
import { chainWord } from './chain-word.js';
import { PendingChanges } from './pending-changes.js';

interface StatusPanelProps {
  certificate: CertificateView;
  history: readonly HistoryEntry[];
}

/** The status as it was decided, and what the chain tells partners. */
export function StatusPanel({ certificate, history }: StatusPanelProps) {
  const { t, language } = useWords();
  const instant = useInstant();
  const { status, statusEntry } = certificate;
  const { status: onChain, entry } = chainWord(history);
  const facts: Fact[] = [
    ...(status === null ? [] : [[t('status.decided'), t(`state.${status}`)] as const]),
    [
      t('status.onChain'),
      entry === undefined
        ? t('status.nothingOnChain')
        : t('status.since', {
            state: t(`state.${onChain}`),
            block: formatCount(entry.blockNumber, language),
            at: instant(entry.at),
          }),
    ],
    ...(entry === undefined
      ? []
      : [[t('status.transaction'), <code key="transaction">{entry.transaction}</code>] as const]),
    ...(statusEntry === null
      ? []
      : [
          [
            t('status.place'),
            t('status.placeOf', { list: statusEntry.list, index: statusEntry.index }),
          ] as const,
        ]),
  ];
  return (
    <section className="panel">
      <h2>{t('status.title')}</h2>
      <PendingChanges changes={certificate.pendingChanges} />
      <Facts facts={facts} />
    </section>
  );
}
