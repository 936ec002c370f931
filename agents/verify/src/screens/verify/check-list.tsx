import type { CheckOutcome, CheckResult } from '@eslabon/core';
import { Icon, type IconName } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { en } from '../../words/en.js';

const icons: Record<CheckOutcome, IconName> = {
  pass: 'check',
  fail: 'cross',
  skip: 'info',
  unknown: 'question',
};

type CheckName = keyof typeof en.verdict.checkNames;

/** Every check, with its answer and what it used. */
export function CheckList({ checks }: { checks: readonly CheckResult[] }) {
  const { t, language } = useWords();
  return (
    <details>
      <summary>{t('verdict.checks', { count: checks.length })}</summary>
      <ul className="checks">
        {checks.map(({ id, outcome, code, sentence, evidence }) => (
          <li key={id}>
            <Icon name={icons[outcome]} />
            <div className="stack tight">
              <strong>
                {t(`verdict.checkNames.${id as CheckName}`)}: {t(`verdict.outcomes.${outcome}`)}
              </strong>
              <span>{sentence[language]}</span>
              <details>
                <summary>{t('verdict.evidence')}</summary>
                <Evidence code={code} evidence={evidence} />
              </details>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Names and values as the verifier has them: for who reviews the decision, not for the counter. */
function Evidence({ code, evidence }: { code: string; evidence: CheckResult['evidence'] }) {
  return (
    <dl className="facts small mono" lang="en">
      <div>
        <dt>code</dt>
        <dd>{code}</dd>
      </div>
      {Object.entries(evidence).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
