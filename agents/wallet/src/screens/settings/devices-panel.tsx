import { useWords } from '@eslabon/ui/words';

/** How several people of one company each have a wallet. */
export function DevicesPanel() {
  const { t } = useWords();
  return (
    <section className="panel">
      <h2>{t('settings.devices')}</h2>
      <p>{t('settings.devicesOwn')}</p>
      <p>{t('settings.devicesMove')}</p>
    </section>
  );
}
