import { PageHeading } from '@eslabon/ui';
import { LanguageChoice, useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';
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
  return (
    <>
      <PageHeading>{t('settings.title')}</PageHeading>
      <LanguageChoice
        legend={t('settings.language')}
        onChange={(language) => void session.changeSettings({ language })}
      />
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
