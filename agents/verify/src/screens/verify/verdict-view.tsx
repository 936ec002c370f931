import { Button, Icon } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { ReactNode } from 'react';
import { useReady } from '../../app/session-context.js';
import type { BundleDigest, WordedVerdict } from '../../engine/contract.js';
import type { LoggedDecision } from '../../log/logged-decision.js';
import { CheckList } from './check-list.js';
import { DecisionForm } from './decision-form.js';
import { VerdictBanner } from './verdict-banner.js';
import { CertificateFacts, StandsOnFacts } from './verdict-facts.js';

interface VerdictViewProps {
  told: WordedVerdict;
  /** What it is about, for the log. */
  presented: LoggedDecision['presented'];
  digest?: BundleDigest | undefined;
  /** Where another instant was asked about than the present. */
  asked?: Date | undefined;
  /** What the button says that leads to the next one. */
  again: string;
  onAgain(): void;
  /** Back to the list that it was chosen from. */
  onBack?: (() => void) | undefined;
  /** Beneath the certificate: how it was presented. */
  children?: ReactNode;
}

/** The verdict, why, what it stands on, and what the officer did with it. */
export function VerdictView({ told, children, onBack, ...rest }: VerdictViewProps) {
  const { t, language } = useWords();
  const { settings } = useReady();
  const { verdict } = told;
  const { presented, asked, again, onAgain } = rest;
  return (
    <article className="stack loose">
      <VerdictBanner told={told} />
      <div className="row not-printed">
        <Button look="primary" onClick={onAgain}>
          {again}
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
              <CertificateFacts told={told} />
            )}
          </section>
          {children}
          <section className="panel">
            <h2>{t('verdict.asOf')}</h2>
            <StandsOnFacts verdict={verdict} asked={asked} />
          </section>
        </div>
        <div className="stack loose not-printed">
          <DecisionForm verdict={verdict} {...rest} />
          <section className="panel">
            <CheckList checks={verdict.checks} />
          </section>
        </div>
      </div>
      <p className="only-printed">
        {settings.post?.name} · {settings.post?.officer} · {formatInstant(Date.now(), language)} ·{' '}
        {presented.by === 'wallet' ? presented.request : `SHA-256 ${presented.sha256}`}
      </p>
    </article>
  );
}
