import type { Language } from '@eslabon/core';
import { PageHeading } from '@eslabon/ui';
import { LanguageChoice, useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import { BackupPanel } from './backup-panel.js';
import { DevicePanel } from './device-panel.js';
import { DevicesPanel } from './devices-panel.js';
import { InstallPanel } from './install-panel.js';
import { PasskeyPanel } from './passkey-panel.js';
import { StoragePanel } from './storage-panel.js';
import { WipePanel } from './wipe-panel.js';

export function SettingsScreen() {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  // Not as a task: of two choices in a row the second one counts.
  const keepLanguage = (language: Language) =>
    session.changeSettings({ language }).then(task.clear, (error) => task.fail(TroubleError.dataOf(error)));
  return (
    <>
      <PageHeading>{t('settings.title')}</PageHeading>
      <LanguageChoice legend={t('settings.language')} onChange={(language) => void keepLanguage(language)} />
      <TroubleNotice trouble={task.trouble} />
      <div className="columns">
        <DevicePanel />
        <PasskeyPanel />
        <BackupPanel />
        <DevicesPanel />
        <InstallPanel />
        <StoragePanel />
        <WipePanel />
      </div>
    </>
  );
}
