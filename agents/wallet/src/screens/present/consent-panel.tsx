import { Button, Notice, Progress, StepHeading } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import type { Candidate, RequestPreview } from '../../session/contract.js';
import { purposeText } from '../../words/purpose-text.js';
import { CandidateChoice } from './candidate-choice.js';
import { DisclosedClaims } from './disclosed-claims.js';
import { VerifierFacts } from './verifier-facts.js';

interface ConsentPanelProps {
  request: RequestPreview;
  isBusy: boolean;
  onShare(candidate: Candidate): void;
  onDecline(): void;
}

/** Who asks, for what, and exactly what goes and stays. */
export function ConsentPanel({ request, isBusy, onShare, onDecline }: ConsentPanelProps) {
  const { t, language } = useWords();
  const { candidates, purpose, expiresAt, missing } = request;
  const [chosen, setChosen] = useState<Candidate | undefined>(candidates[0]);
  return (
    <section className="panel" aria-busy={isBusy}>
      <StepHeading>{t('present.whoTitle')}</StepHeading>
      <VerifierFacts verifier={request.verifier} />
      <h2>{t('present.whyTitle')}</h2>
      <p>{purpose === undefined ? t('present.noPurpose') : purposeText(t, purpose)}</p>
      {expiresAt !== undefined && (
        <p className="soft small">{t('present.until', { when: formatInstant(expiresAt, language) })}</p>
      )}
      {candidates.length === 0 && (
        <Notice tone="warn" title={t('present.nothingTitle')}>
          <p>{t('present.nothing')}</p>
          {missing !== undefined && (
            <p className="small">
              {t('present.missing')} <span className="mono">{missing}</span>
            </p>
          )}
        </Notice>
      )}
      {candidates.length > 1 && (
        <CandidateChoice candidates={candidates} chosen={chosen} onChoose={setChosen} />
      )}
      {candidates.length === 1 && chosen !== undefined && (
        <section className="stack tight">
          <h2>{t('present.what')}</h2>
          <p>
            {chosen.label} <span className="soft">· {t(`present.${chosen.kind}`)}</span>
          </p>
        </section>
      )}
      {chosen?.state !== undefined && chosen.state !== 'active' && (
        <Notice tone="warn" title={t(`state.${chosen.state}`)}>
          <p>{t(`certificate.meaning.${chosen.state}`)}</p>
        </Notice>
      )}
      {chosen !== undefined && <DisclosedClaims candidate={chosen} />}
      {chosen?.linkable === true && (
        <Notice tone="calm">
          <p>{t('present.linkable')}</p>
        </Notice>
      )}
      {isBusy ? (
        <Progress label={t('present.sending')} />
      ) : (
        <div className="row">
          {chosen !== undefined && (
            <Button look="primary" onClick={() => onShare(chosen)}>
              {t('present.share')}
            </Button>
          )}
          <Button onClick={onDecline}>{t('present.decline')}</Button>
        </div>
      )}
    </section>
  );
}
