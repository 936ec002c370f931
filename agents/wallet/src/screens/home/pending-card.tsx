import { StateChip } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import type { PendingCertificate } from '../../session/contract.js';

/** A certificate that its issuer has not given out yet. */
export function PendingCard({ pending }: { pending: PendingCertificate }) {
  const { t } = useWords();
  return (
    <article className="panel card">
      <StateChip state="pending" icon="clock" label={t('pending.label')} />
      <h2>
        <a href={addressOf({ page: 'certificate', id: pending.id })}>{pending.issuer.name}</a>
      </h2>
      <p className="soft">{t('pending.short')}</p>
    </article>
  );
}
