import { Notice, PageHeading, Segments } from '@eslabon/ui';
import { LanguageChoice, useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { Frame } from '../../app/frame.js';
import { useTakenLink } from '../../app/links/taken-link.js';
import { RestoreForm } from './restore-form.js';
import { SetUpForm } from './set-up-form.js';

/** Where the recovery code is that is shown once. */
export type Recovery = { step: 'none' } | { step: 'awaited' } | { step: 'shown'; code: string };

/** The first start: a new device, or one that takes over from a backup. */
export function StartScreen({ onRecovery }: { onRecovery(recovery: Recovery): void }) {
  const { t } = useWords();
  const waiting = useTakenLink();
  const [way, setWay] = useState<'new' | 'backup'>('new');
  return (
    <Frame>
      <div className="stack loose narrow centred">
        <PageHeading>{t('start.title')}</PageHeading>
        <p>{t('start.intro')}</p>
        {waiting !== undefined && (
          <Notice tone="calm">
            <p>{t(`start.waiting.${waiting.kind}`)}</p>
          </Notice>
        )}
        <LanguageChoice legend={t('settings.language')} />
        <Segments<'new' | 'backup'>
          legend={t('start.way')}
          value={way}
          onChange={setWay}
          segments={[
            { value: 'new', label: t('start.new') },
            { value: 'backup', label: t('start.backup') },
          ]}
        />
        {way === 'new' ? <SetUpForm onRecovery={onRecovery} /> : <RestoreForm />}
      </div>
    </Frame>
  );
}
