import { InstallPanel as KitInstallPanel } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

/** Whether the app would start without a network, and how it gets an icon of its own. */
export function InstallPanel() {
  const { t } = useWords();
  const words = {
    title: t('settings.install'),
    offlineReady: t('settings.offlineReady'),
    offlineNot: t('settings.offlineNot'),
    button: t('settings.installButton'),
    hint: t('settings.installHint'),
    version: t('settings.version', { version: __APP_VERSION__ }),
  };
  return <KitInstallPanel words={words} />;
}
