import { useReady } from '../../app/session-context.js';
import type { Assessment } from '../../engine/contract.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { formatInstant } from '../../words/format.js';
import { useWords } from '../../words/use-words.js';
import { CheckList } from './check-list.js';
import { DecisionForm } from './decision-form.js';
import { VerdictBanner } from './verdict-banner.js';
import { CertificateFacts, StandsOnFacts } from './verdict-facts.js';
import type { PresentedBy } from './verify-flow.js';

interface VerdictViewProps {
  assessment: Assessment;
  onAgain(): void;
  /** Back to the list that it was chosen from. */
  onBack?: (() => void) | undefined;
  by: PresentedBy;
  asked: Date | undefined;
}

/** The verdict, why, what it stands on, and what the officer did with it. */
export function VerdictView({ assessment, by, asked, onAgain, onBack }: VerdictViewProps) {
  const { t, language } = useWords();
  const { settings } = useReady();
  const { verdict } = assessment;
  return (
    <article className="stack loose">
      <VerdictBanner assessment={assessment} />
      <div className="row not-printed">
        <Button look="primary" onClick={onAgain}>
          {t('verify.another')}
        </Button>
        {onBack !== undefined && <Button onClick={onBack}>{t('verify.backToList')}</Button>}
        <Button onClick={() => print()}>
          <Icon name="print" />
          {t('verdict.print')}
        </Button>
      </div>
      <div className="columns">
        <div className="stack loose">
          <section className="panel">
            <h2>{t('verdict.why')}</h2>
            <ul className="reasons">
              {verdict.reasons.map(({ code, sentence }) => (
                <li key={code}>
                  {sentence[language]} <span className="mono small soft">{code}</span>
                </li>
              ))}
            </ul>
          </section>
          <section className="panel">
            <h2>{t('verdict.certificate')}</h2>
            {verdict.certificate === undefined ? (
              <p>{t('verdict.notHeld')}</p>
            ) : (
              <CertificateFacts assessment={assessment} />
            )}
          </section>
          <section className="panel">
            <h2>{t('verdict.asOf')}</h2>
            <StandsOnFacts verdict={verdict} asked={asked} />
          </section>
        </div>
        <div className="stack loose not-printed">
          <DecisionForm assessment={assessment} by={by} asked={asked} onAgain={onAgain} />
          <section className="panel">
            <CheckList checks={verdict.checks} />
          </section>
        </div>
      </div>
      <p className="only-printed">
        {settings.post?.name} · {settings.post?.officer} · {formatInstant(Date.now(), language)} · SHA-256{' '}
        {assessment.sha256}
      </p>
    </article>
  );
}
