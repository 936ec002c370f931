import { Button, currentInstallation, Notice, onInstallation, useInstall } from '@eslabon/ui';
import { useSyncExternalStore } from 'react';
import { useWords } from '../../words/use-words.js';

/** Whether the app would start without a network, and how it gets an icon of its own. */
export function InstallPanel() {
  const { t } = useWords();
  const { offline } = useSyncExternalStore(onInstallation, currentInstallation);
  const install = useInstall();
  return (
    <section className="panel">
      <h2>{t('settings.install')}</h2>
      <Notice tone={offline ? 'good' : 'warn'}>
        <p>{t(offline ? 'settings.offlineReady' : 'settings.offlineNot')}</p>
      </Notice>
      {install !== undefined && (
        <div className="row">
          <Button onClick={() => void install()}>{t('settings.installButton')}</Button>
        </div>
      )}
      <p className="soft">{t('settings.installHint')}</p>
      <p className="soft small">{t('settings.version', { version: __APP_VERSION__ })}</p>
    </section>
  );
}
