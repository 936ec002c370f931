import { shownText, useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import { useInstant } from '../../app/use-instant.js';

interface WaitingHeadProps {
  /** Of the certificate. */
  id: string;
  company: { legalName: string; tin: string; certificateNumber: string };
  proposed: { proposedBy: string; proposedAt: string };
}

/** Whose certificate something that waits is about, and who proposed it. */
export function WaitingHead({ id, company, proposed }: WaitingHeadProps) {
  const { t } = useWords();
  const instant = useInstant();
  const { legalName, tin, certificateNumber: number } = company;
  const { proposedBy: who, proposedAt } = proposed;
  return (
    <header className="stack tight">
      <h3>{shownText(legalName)}</h3>
      <p className="row">
        <span className="mono">{number}</span>
        <span className="mono">{tin}</span>
        <a href={addressOf({ page: 'certificate', id })}>{t('waiting.open', { number })}</a>
      </p>
      <p className="soft small">{t('waiting.by', { who, when: instant(proposedAt) })}</p>
    </header>
  );
}
