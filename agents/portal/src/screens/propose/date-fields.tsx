import { useWords } from '@eslabon/ui/words';
import { ProposalDate } from './proposal-text.js';
import type { ProposalEditing } from './use-proposal.js';

/** From when until when, and by which decision. */
export function DateFields(editing: ProposalEditing) {
  const { t } = useWords();
  return (
    <section className="panel">
      <h2>{t('propose.dates')}</h2>
      <div className="field-grid">
        <ProposalDate name="decisionDate" editing={editing} />
        <ProposalDate name="effectiveDate" editing={editing} />
        <ProposalDate name="validUntil" editing={editing} optional hint={t('propose.hints.validUntil')} />
        <ProposalDate name="lastValidationDate" editing={editing} optional />
      </div>
    </section>
  );
}
