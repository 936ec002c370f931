import { Notice, PageHeading, Segments } from '@eslabon/ui';
import { LanguageChoice, useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { Frame } from '../../app/frame.js';
import { useTakenLink } from '../../app/links/taken-link.js';
import type { NewWallet } from '../../session/contract.js';
import { RestoreForm } from './restore-form.js';
import { SetUpForm } from './set-up-form.js';

/** The first start: a new device, or one that takes over from a backup. */
export function StartScreen({ onMade }: { onMade(made: NewWallet): void }) {
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
        {way === 'new' ? <SetUpForm onMade={onMade} /> : <RestoreForm />}
      </div>
    </Frame>
  );
}
