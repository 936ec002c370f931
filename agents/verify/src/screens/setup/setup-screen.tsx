import { PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { Frame } from '../../app/frame.js';
import { useReady, useSession } from '../../app/session-context.js';
import type { AnchorSummary } from '../../engine/contract.js';
import { LanguageChoice } from '../settings/language-choice.js';
import { AnchorStep } from './anchor-step.js';
import { ConfirmStep } from './confirm-step.js';
import { PostForm } from './post-form.js';

const steps = 3;

/** First run: whom to trust, a look at it before it counts, and which post this is. */
export function SetupScreen() {
  const { t } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const [candidate, setCandidate] = useState<AnchorSummary>();
  const step = settings.anchor !== undefined ? 3 : candidate !== undefined ? 2 : 1;

  const confirm = async ({ anchor, fingerprint, countries }: AnchorSummary) =>
    session.changeSettings({
      anchor: { anchor, fingerprint, countries, confirmedAt: new Date().toISOString() },
    });

  return (
    <Frame>
      <div className="stack loose narrow centred">
        <div className="stack tight">
          <PageHeading>{t('setup.title')}</PageHeading>
          <p className="soft">{t('setup.step', { step, of: steps })}</p>
        </div>
        {step === 1 && (
          <>
            <LanguageChoice />
            <AnchorStep onAnchor={setCandidate} />
          </>
        )}
        {step === 2 && candidate !== undefined && (
          <ConfirmStep summary={candidate} onConfirm={confirm} onReject={() => setCandidate(undefined)} />
        )}
        {step === 3 && settings.anchor !== undefined && (
          <section className="panel">
            <h2>{t('setup.postTitle')}</h2>
            <PostForm
              anchor={settings.anchor}
              post={settings.post}
              button={t('setup.finish')}
              onPost={(post) => session.changeSettings({ post })}
            />
          </section>
        )}
      </div>
    </Frame>
  );
}
