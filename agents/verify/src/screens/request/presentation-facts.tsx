import type { Presentation } from '@eslabon/client/contract';
import type { Verdict } from '@eslabon/core';
import { type Fact, Facts } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import { PurposeWords } from './purpose-words.js';
import { RefusalList } from './refusal-list.js';

interface PresentationFactsProps {
  seen: Presentation;
  verdict: Verdict;
}

/** What it was presented for, when, by whom and with what, and under which name the agent keeps it. */
export function PresentationFacts({ seen, verdict }: PresentationFactsProps) {
  const { t, language } = useWords();
  const { purpose, answeredAt, disclosed = [], id, refusals } = seen;
  const facts: Fact[] = [
    [t('request.purposeFact'), <PurposeWords key="purpose" purpose={purpose} />],
    [
      t('request.disclosed'),
      disclosed.length === 0
        ? t('request.disclosedNone')
        : disclosed.map((claim) => t(`request.claims.${claim}`)).join(', '),
    ],
    [
      t('request.kept'),
      <span key="id" className="mono small">
        {id}
      </span>,
    ],
  ];
  // Where the verdict knows a delegate, it says so with the certificate.
  if (verdict.delegate === undefined) {
    facts.splice(1, 0, [t('request.by'), <Presenter key="by" seen={seen} verdict={verdict} />]);
  }
  if (answeredAt !== undefined) facts.splice(1, 0, [t('request.at'), formatInstant(answeredAt, language)]);
  return (
    <section className="panel">
      <h2>{t('request.presentation')}</h2>
      <Facts facts={facts} />
      <RefusalList refusals={refusals} />
    </section>
  );
}

/** The company itself only where the check of the holder says so. */
function Presenter({ seen: { delegate }, verdict }: PresentationFactsProps) {
  const { t, language } = useWords();
  const { terms } = useReady();
  if (delegate !== undefined) {
    const { purposes, references = [], until } = delegate;
    const named = purposes.map((kind) => terms[language].purposes[kind]).join(', ');
    const values = {
      purposes: named,
      references: references.join(', '),
      until: formatInstant(until, language),
    };
    return t(references.length === 0 ? 'verdict.delegateValue' : 'verdict.delegateLimited', values);
  }
  const isHolder = verdict.checks.some(({ id, outcome }) => id === 'holder' && outcome === 'pass');
  return t(isHolder ? 'request.byCompany' : 'request.byUnknown');
}
