import { addressOf } from '../../app/route.js';
import type { PendingCertificate } from '../../session/contract.js';
import { useWords } from '../../words/use-words.js';

/** A certificate that its issuer has not given out yet. */
export function PendingCard({ pending }: { pending: PendingCertificate }) {
  const { t } = useWords();
  return (
    <article className="panel card">
      <span className="state pending" data-state="pending">
        {t('pending.label')}
      </span>
      <h2>
        <a href={addressOf({ page: 'certificate', id: pending.id })}>{pending.issuer.name}</a>
      </h2>
      <p className="soft">{t('pending.short')}</p>
    </article>
  );
}
