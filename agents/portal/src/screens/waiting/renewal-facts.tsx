import type { RenewalView } from '@eslabon/client/contract';
import { formatDay } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { type Before, renewalEffect } from './renewal-changes.js';

interface RenewalFactsProps {
  renewal: RenewalView;
  before: Before;
}

/** What a renewal would change, before and after. */
export function RenewalFacts({ renewal, before }: RenewalFactsProps) {
  const { t, language } = useWords();
  const { roles } = catalogues[language];
  const { until, rolesAdded } = renewalEffect(before, renewal.changes);
  const { decisionDate, lastValidationDate } = renewal.changes;
  const day = (value: string) => formatDay(value, language);
  const lines = [
    ...(until === undefined ? [] : [t('waiting.untilChange', { from: day(until.from), to: day(until.to) })]),
    ...(rolesAdded.length === 0
      ? []
      : [t('waiting.rolesAdded', { roles: rolesAdded.map((role) => roles[role]).join(', ') })]),
    t('waiting.decidedOn', { when: day(decisionDate) }),
    ...(lastValidationDate === undefined ? [] : [t('waiting.validated', { when: day(lastValidationDate) })]),
  ];
  return (
    <ul className="renewal-facts">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
