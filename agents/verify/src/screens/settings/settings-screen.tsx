import { Notice, PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { PostForm } from '../setup/post-form.js';
import { InstallPanel } from './install-panel.js';
import { LanguageChoice } from './language-choice.js';
import { StoragePanel } from './storage-panel.js';
import { TrustPanel } from './trust-panel.js';
import { WipePanel } from './wipe-panel.js';

export function SettingsScreen() {
  const { t } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const [isSaved, setIsSaved] = useState(false);
  const { anchor, post } = settings;
  return (
    <>
      <PageHeading>{t('settings.title')}</PageHeading>
      <LanguageChoice />
      <div className="columns">
        {anchor !== undefined && (
          <section className="panel">
            <h2>{t('settings.post')}</h2>
            <p className="soft">{t('settings.countryChanged')}</p>
            {isSaved && (
              <Notice tone="good" announce>
                <p>{t('common.saved')}</p>
              </Notice>
            )}
            <PostForm
              anchor={anchor}
              post={post}
              button={t('common.save')}
              onPost={async (changed) => {
                setIsSaved(false);
                await session.changePost(changed);
                setIsSaved(true);
              }}
            />
          </section>
        )}
        <TrustPanel />
        <InstallPanel />
        <StoragePanel />
        <WipePanel />
      </div>
    </>
  );
}
